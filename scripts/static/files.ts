import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

/** A file that may be served, read once and kept. */
export interface ServedFile {
  body: Buffer;
  type: string;
  etag: string;
  /** Whether its name carries a hash of its content, so that it never changes. */
  immutable: boolean;
  modified: number;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.mp4': 'video/mp4',
};

/** `index-B3f9a1Qx.js` as Vite names it, `entry-0a1b….js` and `logo.0a1b….png` as Metro does. */
const hashedName = /^\/(?:assets|_expo\/static)\/.*(?:[-.][0-9a-f]{32}|-(?=[\w-]*[A-Z0-9])[\w-]{8})\.[a-z0-9]+$/;

/** Finds files below `dir` by the path of a URL, and nothing outside of it. */
export function fileStore(dir: string): (path: string) => Promise<ServedFile | undefined> {
  const known = new Map<string, ServedFile>();
  const root = realpath(dir);

  return async (path) => {
    const decoded = decode(path);
    if (decoded === undefined || hasHiddenSegment(decoded)) return undefined;
    const base = await root;
    const file = await realpath(join(base, decoded)).catch(() => undefined);
    // The real path: a symbolic link, too, may not lead out of the folder.
    if (file === undefined || !isInside(base, file)) return undefined;
    const facts = await stat(file);
    if (!facts.isFile()) return undefined;

    const kept = known.get(file);
    if (kept?.modified === facts.mtimeMs) return kept;
    const body = await readFile(file);
    const served: ServedFile = {
      body,
      type: types[extname(file).toLowerCase()] ?? 'application/octet-stream',
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      immutable: hashedName.test(decoded),
      modified: facts.mtimeMs,
    };
    known.set(file, served);
    return served;
  };
}

function decode(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') || decoded.includes('\\') ? undefined : decoded;
  } catch {
    return undefined;
  }
}

const hasHiddenSegment = (path: string) =>
  path.split('/').some((segment) => segment.startsWith('.') && segment !== '.well-known');

function isInside(base: string, file: string): boolean {
  const way = relative(base, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`);
}
