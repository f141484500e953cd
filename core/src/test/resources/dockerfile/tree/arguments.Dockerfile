ARG A
ARG B=$A C="${B}"
ARG D='a b' E=a\ b F="a=b" G=
FROM $A AS one
ARG A
ARG H=1\
2 I
FROM --platform= $B
FROM one
FROM one AS Two
