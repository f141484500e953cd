FROM alpine
RUN aÿþb
ENV A=Ã B=â‚
COPY € / b
LABEL í €=x
WORKDIR /õ
