import { languages, type Language } from '@festivals/messages';

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** What one file may name at the most, an index as well as a map (sitemaps.org, "Using Sitemap index files"). */
const most = 50_000;

/** A sitemap of sitemaps (sitemaps.org). */
export const sitemapIndex = (addresses: readonly string[]): string =>
  `${head}<sitemapindex xmlns="${namespace}">${addresses
    .slice(0, most)
    .map((address) => `<sitemap><loc>${escaped(address)}</loc></sitemap>`)
    .join('')}</sitemapindex>`;

/** Pages, each in every language, each naming the others. @param absolute makes an address of a page's path in a language */
export function sitemap(pages: readonly string[], absolute: (language: Language, path: string) => string): string {
  const entry = (path: string, language: Language) => {
    const others = [...languages.map((one) => link(one, absolute(one, path))), link('x-default', absolute('en', path))];
    return `<url><loc>${escaped(absolute(language, path))}</loc>${others.join('')}</url>`;
  };
  const urls = pages
    .slice(0, Math.floor(most / languages.length))
    .flatMap((path) => languages.map((language) => entry(path, language)));
  return `${head}<urlset xmlns="${namespace}" xmlns:xhtml="http://www.w3.org/1999/xhtml">${urls.join('')}</urlset>`;
}

const link = (language: string, address: string): string =>
  `<xhtml:link rel="alternate" hreflang="${language}" href="${escaped(address)}"/>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
