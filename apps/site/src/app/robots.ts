import type { MetadataRoute } from 'next';

/** Orders and accounts are nobody else's business. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', disallow: ['/api/', '/*/account', '/*/orders/'] } };
}
