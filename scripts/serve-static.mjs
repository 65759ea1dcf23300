// Serves a built web face: node scripts/serve-static.mjs --dir apps/office/dist --port 4200 [--host 127.0.0.1] [--coop]
// API_URL, read when it starts, says where /api goes; SITE_URL, whose pages may be shown in a frame.
import { serveStatic } from './static/server.ts';

function option(name) {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? undefined : process.argv[at + 1];
}

const dir = option('dir');
if (dir === undefined) throw new Error('Say which folder to serve: --dir <folder>');
const { address } = await serveStatic({
  dir,
  port: Number(option('port') ?? 4200),
  host: option('host') ?? process.env.HOST ?? '127.0.0.1',
  apiUrl: process.env.API_URL ?? 'http://127.0.0.1:3333',
  framed: process.env.SITE_URL,
  isolated: process.argv.includes('--coop'),
});
console.log(`Serving ${dir} at ${address}`);
