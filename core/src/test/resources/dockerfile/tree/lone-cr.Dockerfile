FROM alpineRUN a
RUN b
ENV A=bC=d
RUN c
