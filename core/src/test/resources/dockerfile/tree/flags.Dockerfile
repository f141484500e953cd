FROM --platform=linux/arm64 alpine AS build
COPY --from=build --chown=1000:1000 --chmod=u=rwX,go=rX --link --parents --exclude=*.md --exclude=docs/** a ./b c /out/
COPY --link=false --parents=TRUE --chown= a b
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d --chown=app https://example.org/a /a
ADD --keep-git-dir=true --unpack --link --exclude=x https://github.com/a/b.git /b
ADD --keep-git-dir=false --unpack=false a b
RUN --mount=type=cache,target=/root/.cache,sharing=locked --mount=type=bind,from=build,source=/x,target=/y --network=none --security=insecure make
RUN --device=vendor.example/device=gpu,required --device=other nvidia-smi
RUN --network=host --security=sandbox ["a"]
RUN --mount=type=secret,id=token,env=TOKEN --mount="type=ssh" \
    --network=default curl
RUN -- --not-a-flag
RUN echo --mount=not-a-flag
HEALTHCHECK --interval=1m30s --timeout=500ms --start-period=0 --start-interval=2s --retries=5 CMD curl -f http://localhost/
ONBUILD COPY --from=build --chmod=755 a b
COPY --chm"od=7"55 --exclude='a b' --exclude=c\ d a b
