FROM alpine
LABEL名 a
EΝV a=b
