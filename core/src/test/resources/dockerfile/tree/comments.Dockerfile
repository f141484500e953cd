#
#no space
  # indented
	# tab
FROM alpine
ENV A=#x B=a#b
RUN echo a # not a comment
RUN # not a comment either
CMD \
  # inner

#last