from Alpine as BASE
Run echo hi
cOpY . /App
onbuild Run make
healthcheck none
FROM base
