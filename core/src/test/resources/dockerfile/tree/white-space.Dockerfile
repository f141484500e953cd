FROM	alpine
ENVA=b c=d
USER  em 
COPY a b c
EXPOSE 1 2
LABEL a=b　c=d
 RUN indented
RUNvertical
