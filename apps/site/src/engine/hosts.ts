/** Which festival a host belongs to: asked once for all hosts, and of one festival when that changes. */
import { isIP } from 'node:net';
import { keptList, knownList } from './kept-list.ts';

export type Face = { kind: 'platform' } | { kind: 'festival'; slug: string } | { kind: 'nobody' };

interface Parts {
  apiUrl: string;
  siteSecret: string | null;
  siteUrl: string | null;
  baseDomain: string | null;
}

/** A host of its own that a festival has. */
interface Own {
  host: string;
  slug: string;
}

/** By host and by address, found once for as long as the list is the same. */
interface Found {
  slugs: ReadonlyMap<string, string>;
  hosts: ReadonlyMap<string, string>;
}
const found = new WeakMap<ReadonlyMap<string, unknown>, Found>();

function foundIn(list: ReadonlyMap<string, Own>): Found {
  const known = found.get(list);
  if (known) return known;
  const all = [...list.values()];
  const made = {
    slugs: new Map(all.map(({ host, slug }) => [host, slug])),
    hosts: new Map(all.map(({ host, slug }) => [slug, host])),
  };
  found.set(list, made);
  return made;
}

/** The festival's address at each host of its own that a festival has. */
export async function loadHosts({ apiUrl, siteSecret }: Parts): Promise<ReadonlyMap<string, string>> {
  const ask = async (of: string): Promise<Array<Own & { festivalId: string }>> => {
    if (siteSecret === null) return [];
    const answer = await fetch(`${apiUrl}/internal/site-hosts${of}`, {
      headers: { authorization: `Bearer ${siteSecret}` },
      signal: AbortSignal.timeout(5000),
    });
    if (!answer.ok) throw new Error(`The hosts answered ${answer.status}`);
    // Said by our own API, to whoever knows the secret.
    return (await answer.json()) as Array<Own & { festivalId: string }>;
  };
  const list = await keptList<Own>('hosts', {
    perQuestion: Infinity,
    all: async () => new Map((await ask('')).map((own) => [own.festivalId, own])),
    one: async (festivalId) => (await ask(`/${festivalId}`))[0] ?? null,
  });
  return foundIn(list).slugs;
}

/** The host of its own that each festival has, as far as it was asked for by now, by the festival's address. */
export const ownHosts = (): ReadonlyMap<string, string> =>
  // Filled by loadHosts alone.
  foundIn(knownList('hosts') as ReadonlyMap<string, Own>).hosts;

/** Whose face is shown at a host, as the caller names it. @param isThere whether there is a festival of a name that everyone may see */
export async function faceAt(
  header: string | undefined,
  parts: Parts,
  isThere: (slug: string) => Promise<boolean>,
): Promise<Face> {
  const host = hostOf(header);
  if (host === null) return { kind: 'nobody' };
  if (isPlatform(host, parts)) return { kind: 'platform' };
  const { baseDomain } = parts;
  if (baseDomain !== null && host.endsWith(`.${baseDomain}`)) {
    const slug = host.slice(0, -baseDomain.length - 1);
    const isName = /^[a-z0-9-]{3,60}$/.test(slug);
    return isName && (await isThere(slug)) ? { kind: 'festival', slug } : { kind: 'nobody' };
  }
  const slug = (await loadHosts(parts)).get(host);
  return slug === undefined ? { kind: 'nobody' } : { kind: 'festival', slug };
}

/** Where a festival is found below the installation's own domain; null where there is none. */
export function originBelow(slug: string, { baseDomain, siteUrl }: Parts): string | null {
  if (baseDomain === null || siteUrl === null) return null;
  const { protocol, port } = new URL(siteUrl);
  return `${protocol}//${slug}.${baseDomain}${port === '' ? '' : `:${port}`}`;
}

/** Names that cannot be somebody's domain are ours: a machine's own, and addresses by number (probes use them). */
function isPlatform(host: string, { siteUrl, baseDomain }: Parts): boolean {
  const isLocal = host === 'localhost' || isIP(host.replace(/^\[|\]$/g, '')) !== 0;
  return isLocal || siteUrl === null || host === new URL(siteUrl).hostname || host === baseDomain;
}

/** The name alone, as it is compared: lower case, without its port and the root's dot. Null for what is none. */
function hostOf(header: string | undefined): string | null {
  const match = /^(?<name>\[[0-9a-f:.]+\]|[a-z0-9.-]+?)\.?(?::\d{1,5})?$/i.exec(header ?? '');
  return match?.groups?.['name']?.toLowerCase() ?? null;
}

/** What platform pages have of their own on a festival's domain too. */
const shared: ReadonlySet<string> = new Set(['account']);

/** The address behind one on a festival's own domain; null for one that belongs elsewhere: it leads to `to`. */
export function behind(path: string, slug: string): { path: string } | { to: string } {
  const [, language = '', first, ...rest] = path.split('/');
  if (first === slug) return { to: `/${[language, ...rest].join('/')}` };
  if (first === undefined || first === '') return { path: `/${language}/${slug}` };
  return { path: shared.has(first) ? path : `/${[language, slug, first, ...rest].join('/')}` };
}
