# a comment comes first
# escape=`
FROM alpine
RUN a `
