package dev.varve.bench;

/** Dockerfiles as people write them. */
final class Dockerfiles {
    /** 20 steps over two stages that copy from the context in every way there is. */
    static final String TWENTY_STEPS = """
            # syntax=docker/dockerfile:1
            ARG NODE_VERSION=22
            FROM node:${NODE_VERSION}-bookworm AS build
            ARG CI=true
            ENV NODE_ENV=production \\
                PATH=/app/node_modules/.bin:$PATH
            WORKDIR /app
            RUN apt-get update \\
                # what the native modules are built with
             && apt-get install -y --no-install-recommends python3 make g++ \\
             && rm -rf /var/lib/apt/lists/*
            COPY package.json package-lock.json ./
            RUN --mount=type=cache,target=/root/.npm npm ci --include=dev
            COPY tsconfig.json *.config.js ./
            COPY d0 ./d0
            COPY d0/s0/module-0 d0/s0/module-1 ./d1/
            RUN npm run generate
            COPY d0/*/module-0/*.txt ./texts/
            COPY --chown=node:node --chmod=755 d0/s0 ./d3
            COPY . .
            RUN <<EOF
            set -e
            npm run build
            npm prune --omit=dev
            EOF

            FROM node:${NODE_VERSION}-bookworm-slim
            LABEL org.opencontainers.image.title="app" org.opencontainers.image.licenses=MIT
            ARG REVISION
            WORKDIR /app
            RUN groupadd -r app && useradd -r -g app app
            COPY --from=build --chown=app:app /app/node_modules ./node_modules
            COPY --from=build --chown=app:app /app/dist ./dist
            COPY --link d0/s0/ ./static/
            ADD d0/s0/module-2 ./more/
            COPY package.json ./
            RUN echo "$REVISION" > revision
            USER app
            EXPOSE 8080/tcp
            HEALTHCHECK --interval=30s --timeout=3s CMD ["node", "health.js"]
            ENTRYPOINT ["node"]
            CMD ["dist/server.js"]
            """;

    private Dockerfiles() {}
}
