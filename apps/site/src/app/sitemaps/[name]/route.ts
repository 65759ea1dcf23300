import { leadOn } from '../../../engine/lead-on.ts';
import { sitemap } from '../../../engine/sitemap.ts';
import { festivalAddresses } from '../../../festival/festival-addresses.ts';
import { loadFestival } from '../../../festival/load-festival.ts';
import { absoluteAddress } from '../../../shell/alternates.ts';
import { paths } from '../../../shell/paths.ts';

export const dynamic = 'force-dynamic';

/** `/sitemaps/solstice.xml`: every page of a festival, in every language. */
export async function GET(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const [, slug] = /^([a-z0-9-]{3,60})\.xml$/.exec((await params).name) ?? [];
  const festival = slug === undefined || slug === 'platform' ? null : await loadFestival(slug);
  if (festival === null && slug !== 'platform') return new Response(null, { status: 404 });
  if (festival && festival.slug !== slug) return leadOn(request, `/sitemaps/${festival.slug}.xml`);
  const pages = festival === null ? [paths.home()] : await festivalAddresses(festival);
  return new Response(sitemap(pages, absoluteAddress), { headers: { 'content-type': 'application/xml' } });
}
