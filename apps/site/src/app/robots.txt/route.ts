import { ownOrigin } from '../../shell/alternates.ts';
import { ownFestival } from '../../shell/own-festival.ts';
import { siteOrigin } from '../../shell/site-origin.ts';

export const dynamic = 'force-dynamic';

/** Orders, accounts and drafts are nobody else's business. A festival's own domain has a map of its own. */
export function GET(): Response {
  const own = ownFestival();
  const origin = (own === null ? null : ownOrigin(own)) ?? siteOrigin();
  return new Response(
    [
      'User-Agent: *',
      'Disallow: /api/',
      'Disallow: /*/account$',
      'Disallow: /*/account/',
      'Disallow: /*/orders/',
      'Disallow: /*/ticket/',
      'Disallow: /*/preview/',
      '',
    ]
      .concat(`Sitemap: ${origin}/sitemap.xml`, '')
      .join('\n'),
    { headers: { 'content-type': 'text/plain; charset=utf-8' } },
  );
}
