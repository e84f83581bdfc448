# One image for every process of the portal; compose.yaml shows the commands. It needs no variable at build time.
FROM node:24-bookworm-slim AS base
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1

FROM base AS build
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM base AS dependencies
COPY package.json package-lock.json ./
# npm keeps what development needs when some package names it as an optional peer; nothing here asks for it.
RUN npm ci --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/@playwright node_modules/playwright node_modules/playwright-core \
    node_modules/@typescript node_modules/typescript node_modules/@types

FROM base
ENV NODE_ENV=production
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/.next ./.next
COPY package.json next.config.js tsconfig.json ./
COPY public ./public
COPY db ./db
COPY lib ./lib
COPY server ./server
COPY worker ./worker
COPY scripts ./scripts
# Files of datasets; a volume here outlives the container (compose.yaml).
ENV DATA_DIR=/data
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=2s --start-period=20s \
  CMD ["node", "scripts/ask-health.mjs"]
CMD ["node", "--import", "./scripts/production.mjs", "server/main.ts"]
