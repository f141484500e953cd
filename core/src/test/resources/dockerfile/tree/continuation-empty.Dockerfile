FROM alpine
RUN \
  # only a comment

RUN \
CMD is part of it
