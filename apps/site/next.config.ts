import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';
import { join } from 'node:path';

const withMessages = createNextIntlPlugin('./src/i18n/request.ts');
const root = join(import.meta.dirname, '../..');

const config: NextConfig = {
  // The site reads its packages' sources, which lie beside it.
  turbopack: { root },
  outputFileTracingRoot: root,
  transpilePackages: ['@festivals/contract', '@festivals/domain', '@festivals/messages', '@festivals/ui'],
  // Next asks TypeScript's JavaScript API, which version 7 has not; `tsc --noEmit -p apps/site` checks instead.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  devIndicators: false,
  // The engine keeps pages, by what the API tells of changes; a second memory below it would only be late.
  cacheHandler: join(import.meta.dirname, 'src/next-cache.mjs'),
  cacheMaxMemorySize: 0,
  experimental: { optimizePackageImports: ['radix-ui'] },
  rewrites: async () => [
    { source: '/:locale/:slug/orders/:orderId', destination: '/:locale/:slug/orders' },
    { source: '/:locale/:slug/ticket/:ticketId', destination: '/:locale/:slug/ticket' },
  ],
};

export default withMessages(config);
