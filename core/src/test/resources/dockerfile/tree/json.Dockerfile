FROM alpine
RUN ["a","b c" , "d\"e" , "\\", "\u00e9\ud83d\ude00", "\ud800", "\/"]
RUN [ "a", ]
RUN ["a" "b"]
RUN ['a']
RUN ["a"] trailing
RUN ["a\tb\nc"]
RUN [
RUN []
CMD []
ENTRYPOINT []
CMD ["a", \
  "b"]
COPY ["a","b","c"]
COPY [a b
COPY ["a"] b
VOLUME ["/x"]
VOLUME [/y
VOLUME /a "b c"
SHELL ["a"]
HEALTHCHECK CMD ["a","b"]
HEALTHCHECK CMD ["a" b
ONBUILD CMD ["x"]
ADD   ["a" , "b"]
