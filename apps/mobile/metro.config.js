const { request } = require('node:http');
const { getDefaultConfig } = require('expo/metro-config');
const { withUniwindConfig } = require('uniwind/metro');

const config = getDefaultConfig(__dirname);

// expo-sqlite's web worker imports its engine as an asset.
config.resolver.assetExts.push('wasm');

// In development Metro is the app's origin, and hands /api on as the static server does for the built app.
config.server.enhanceMiddleware = (metro) => (incoming, outgoing, next) => {
  if (!incoming.url?.startsWith('/api/')) return metro(incoming, outgoing, next);
  const target = new URL(incoming.url, process.env.API_URL ?? 'http://127.0.0.1:3333');
  const onwards = request(target, { method: incoming.method, headers: incoming.headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onwards.on('error', () => outgoing.writeHead(502).end());
  return incoming.pipe(onwards);
};

module.exports = withUniwindConfig(config, { cssEntryFile: './src/global.css', dtsFile: './.expo/uniwind-types.d.ts' });
