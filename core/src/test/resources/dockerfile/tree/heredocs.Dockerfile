FROM alpine
RUN <<EOF
echo one
  echo two
EOF
RUN <<-EOF
	echo tabs
		echo two tabs
	EOF
RUN <<'EOF' cat > /a && <<"OTHER" cat
echo $NOT_EXPANDED
EOF
second $NOT
OTHER
COPY <<one.txt <<"two.txt" <<-three.txt plain /dest/
first $EXPANDED
one.txt
second $NOT_EXPANDED \
two.txt
	third
	three.txt
ADD <<EOF /one
EOF
RUN 3<<EOF cat <&3
EOF on its own only ends it
 EOF
EOF
RUN cat << SPACED
a
SPACED
RUN <<E"O"F
quoted in part, so not expanded: $X
EOF
RUN echo "<<EOF" '<<EOF' <<<EOF a<<EOF
RUN ["echo", "<<EOF"]
RUN <<EOF \
  && echo "the continuation belongs to the line"
body
EOF
RUN <<A
# not a comment
FROM not-an-instruction

A
ONBUILD RUN <<EOF
kept
EOF
ONBUILD COPY <<-a.txt /b
	text
a.txt
CMD <<EOF
RUN <<EOF cat
last line without line ending
EOF