# escape=`
FROM alpine
# comment
RUN a `
  # inner
  b
COPY <<EOF /a
one

two
EOF
ENV A=b
RUN ["a"]
