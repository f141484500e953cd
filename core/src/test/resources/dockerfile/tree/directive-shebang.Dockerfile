#!/usr/bin/env -S docker build -f
# syntax=docker/dockerfile:1-labs
# escape=`
FROM alpine
RUN a `
