import { sitemap } from '../../../engine/sitemap.ts';
import { festivalAddresses } from '../../../festival/festival-addresses.ts';
import { loadFestival } from '../../../festival/load-festival.ts';
import { absoluteAddress } from '../../../shell/alternates.ts';
import { paths } from '../../../shell/paths.ts';

export const dynamic = 'force-dynamic';

/** `/sitemaps/solstice.xml`: every page of a festival, in every language. */
export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const [, slug] = /^([a-z0-9-]{3,60})\.xml$/.exec((await params).name) ?? [];
  const pages = slug === 'platform' ? [paths.home()] : await pagesAt(slug);
  if (pages === null) return new Response(null, { status: 404 });
  return new Response(sitemap(pages, absoluteAddress), { headers: { 'content-type': 'application/xml' } });
}

async function pagesAt(slug: string | undefined): Promise<string[] | null> {
  const festival = slug === undefined ? null : await loadFestival(slug);
  return festival && festivalAddresses(festival);
}
