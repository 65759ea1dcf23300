import { expect, test } from 'vitest';
import { sitemap, sitemapIndex } from './sitemap.ts';

test('each page stands there once a language, and names the others', () => {
  const xml = sitemap(['', '/solstice'], (language, path) => `https://site.example/${language}${path}`);
  expect(xml.match(/<url>/g)).toHaveLength(12);
  expect(xml.match(/hreflang="pt" href="https:\/\/site\.example\/pt\/solstice"/g)).toHaveLength(6);
  expect(xml).toContain('hreflang="x-default" href="https://site.example/en/solstice"');
});

test('what is no letter of XML is written as it has to be', () => {
  expect(sitemapIndex(['https://a.example/?a&b<c'])).toContain('<loc>https://a.example/?a&amp;b&lt;c</loc>');
});

test('a file names as many as it may, and no more', () => {
  const many = Array.from({ length: 50_001 }, (_, at) => `https://a.example/${at}`);
  expect(sitemapIndex(many).match(/<sitemap>/g)).toHaveLength(50_000);
  const pages = Array.from({ length: 8_400 }, (_, at) => `/solstice/artists/${at}`);
  expect(sitemap(pages, (language, path) => `/${language}${path}`).match(/<url>/g)).toHaveLength(8_333 * 6);
});
