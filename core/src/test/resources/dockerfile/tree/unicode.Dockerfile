FROM alpine
RUN echo é中😀
ENV é=à 中="國"
COPY é中.txt /à/
WORKDIR /😀
COPY --chown=é a b
RUN <<é中
😀
é中
