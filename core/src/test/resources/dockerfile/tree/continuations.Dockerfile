FROM alpine
RUN a \
  b \	 
# a comment
    # an indented comment
  c \

  d \
   	
  e
RUN one\
two \\
RUN "x\
y"
ENV A=1 \
    # among the values
    B="two \
three" \
    C=3
COPY a \
  b \
  /c
LABEL a=b\
c=d
RU\
N split \
keyword
RUN not continued \ # because of this
EXPOSE 80 \
 443
  	RUN indented
RUN ends \
