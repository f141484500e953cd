FROM alpine
HEALTHCHECK CMD curl -f http://localhost/ || exit 1
HEALTHCHECK --interval=5m --timeout=3s cmd a
HEALTHCHECK CMD ["a", "b"]
HEALTHCHECK --interval=1h2m3.5s --retries=0 Cmd a
HEALTHCHECK --interval= --start-interval=1ms --retries=+3 CMD a
HEALTHCHECK None
HEALTHCHECK --interval=3s NONE
