# syntax = docker/dockerfile:1
#escape=\
# CHECK=skip=all;error=true
# syntax is over
FROM alpine
# check=skip=none
