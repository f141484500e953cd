# Every instruction in its plain form.
ARG VERSION=3.20 REGISTRY
FROM --platform=$BUILDPLATFORM ${REGISTRY:-docker.io}/alpine:${VERSION} AS Build_1.x
MAINTAINER Ada Lovelace <ada@example.org>
LABEL org.opencontainers.image.title="A web server" version=1.0 note=a\ b
LABEL legacy one two   three
ENV PATH=/opt/bin:$PATH GREETING='hello  world' EMPTY=
ENV LEGACY some   value with = and "quotes"
ARG TOKEN
ARG A=1 B="two words" C='$literal' D
WORKDIR /srv/my app
USER app:app
EXPOSE 80 443/tcp $PORT 8000-8010/udp
VOLUME /data /var/log
VOLUME ["/a b", "/c"]
STOPSIGNAL SIGTERM
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
COPY a.txt b.txt /dest/
COPY ["with space.txt", "/dest/"]
ADD https://example.org/x.tar.gz /tmp/
ADD git@github.com:moby/buildkit.git#v0.14.1 /buildkit
RUN   apk add   --no-cache curl
RUN ["echo", "exec form"]
CMD nginx -g 'daemon off;'
CMD ["nginx"]
CMD
ENTRYPOINT exec top -b
ENTRYPOINT ["top", "-b"]
HEALTHCHECK NONE
ONBUILD RUN make
FROM scratch
