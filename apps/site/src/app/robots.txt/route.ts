import { siteOrigin } from '../../shell/site-origin.ts';

export const dynamic = 'force-dynamic';

/** Orders, accounts and drafts are nobody else's business. */
export const GET = (): Response =>
  new Response(
    ['User-Agent: *', 'Disallow: /api/', 'Disallow: /*/account', 'Disallow: /*/orders/', 'Disallow: /*/preview/', '']
      .concat(`Sitemap: ${siteOrigin()}/sitemap.xml`, '')
      .join('\n'),
    { headers: { 'content-type': 'text/plain; charset=utf-8' } },
  );
