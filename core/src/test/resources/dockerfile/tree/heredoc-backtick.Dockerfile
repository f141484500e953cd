# escape=`
FROM alpine
RUN <<EOF
a ` b
c `
EOF
COPY <<"a\b" C:`dir`
x
a\b
RUN <<EOF `
  more
EOF
