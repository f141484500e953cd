FROM alpine
FORM alpine
RUN a
