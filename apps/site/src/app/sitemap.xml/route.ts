import { ownHosts } from '../../engine/hosts.ts';
import { sitemap, sitemapIndex } from '../../engine/sitemap.ts';
import { festivalAddresses } from '../../festival/festival-addresses.ts';
import { loadFestival } from '../../festival/load-festival.ts';
import { loadFestivals, type ListedFestival } from '../../festival/load-festivals.ts';
import { absoluteAddress, ownOrigin } from '../../shell/alternates.ts';
import { ownFestival } from '../../shell/own-festival.ts';
import { siteOrigin } from '../../shell/site-origin.ts';

export const dynamic = 'force-dynamic';

/** The platform's own pages, and each festival's in a map of its own; at a festival's own domain its pages and nothing else. */
export async function GET(): Promise<Response> {
  const xml = (await ownMap()) ?? (await index());
  return new Response(xml, { headers: { 'content-type': 'application/xml' } });
}

async function ownMap(): Promise<string | null> {
  const slug = ownFestival();
  const festival = slug === null || ownOrigin(slug) === null ? null : await loadFestival(slug);
  return festival && sitemap(await festivalAddresses(festival), absoluteAddress);
}

/** Of the same festivals at the same hosts it is the same map, though thousands are in it and anybody may ask. */
let last: { all: readonly ListedFestival[]; hosts: ReadonlyMap<string, string>; xml: string } | undefined;

/** A map may only name pages of its own host (sitemaps.org, location): who has a domain is told of there. */
async function index(): Promise<string> {
  const { all } = await loadFestivals();
  const hosts = ownHosts();
  if (last?.all === all && last.hosts === hosts) return last.xml;
  const names = ['platform', ...all.map(({ slug }) => slug).filter((slug) => !hosts.has(slug))];
  last = { all, hosts, xml: sitemapIndex(names.map((name) => `${siteOrigin()}/sitemaps/${name}.xml`)) };
  return last.xml;
}
