import { sitemapIndex } from '../../engine/sitemap.ts';
import { loadFestivals } from '../../festival/load-festival.ts';
import { siteOrigin } from '../../shell/site-origin.ts';

export const dynamic = 'force-dynamic';

/** The platform's own pages, and each festival's in a map of its own. */
export async function GET(): Promise<Response> {
  const festivals = await loadFestivals();
  const names = ['platform', ...festivals.map(({ slug }) => slug)];
  const xml = sitemapIndex(names.map((name) => `${siteOrigin()}/sitemaps/${name}.xml`));
  return new Response(xml, { headers: { 'content-type': 'application/xml' } });
}
