FROM alpine
RUN no-break
