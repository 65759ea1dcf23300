import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js';
import { join } from 'node:path';
import { securityHeaders } from './src/security-headers.ts';

const withMessages = createNextIntlPlugin('./src/i18n/request.ts');
const root = join(import.meta.dirname, '../..');

const config = (phase: string): NextConfig =>
  withMessages({
    // The site reads its packages' sources, which lie beside it.
    turbopack: { root },
    outputFileTracingRoot: root,
    transpilePackages: ['@festivals/contract', '@festivals/domain', '@festivals/messages', '@festivals/ui'],
    // Next asks TypeScript's JavaScript API, which version 7 has not; `tsc --noEmit -p apps/site` checks instead.
    typescript: { ignoreBuildErrors: true },
    poweredByHeader: false,
    devIndicators: false,
    // A page older than this is made anew before it is shown: no yesterday's prices, no 404 for what is published since.
    expireTime: 30,
    experimental: { optimizePackageImports: ['radix-ui'] },
    rewrites: async () => [{ source: '/:locale/:slug/orders/:orderId', destination: '/:locale/:slug/orders' }],
    headers: async () => [
      { source: '/((?!api/|[a-z]{2}/preview/).*)', headers: securityHeaders(phase === PHASE_DEVELOPMENT_SERVER) },
    ],
  });

export default config;
