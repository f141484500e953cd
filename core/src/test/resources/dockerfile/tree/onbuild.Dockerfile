FROM alpine
ONBUILD ADD . /app
ONBUILD   run   make   all
onbuild ENV A=b C="d e"
ONBUILD HEALTHCHECK --interval=5s CMD ["a"]
ONBUILD ["a", "b"]
ONBUILD UNKNOWN thing
ONBUILD COPY onlyone
ONBUILD RUN a \
  # inner
  b
ONBUILD ARG X=1
