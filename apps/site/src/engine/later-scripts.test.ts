import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { pageScript } from '../shell/page-script.ts';
import { makeScriptsWait, waitOf } from './later-scripts.ts';

test.each([
  ['/en', 'reader'],
  ['/fr/festivals', 'reader'],
  ['/en/solbrume', 'reader'],
  ['/en/solbrume/line-up/grid', 'reader'],
  ['/en/solbrume/artists/ada-lumen', 'reader'],
  ['/de/solbrume/eat-and-drink', 'reader'],
  ['/en/solbrume/timetable/2027-07-16', 'reader'],
  ['/en/solbrume/tickets', 'picture'],
  ['/en/solbrume/my-programme', null],
  ['/en/solbrume/orders/1', null],
  ['/en/account', null],
  ['/en/account/news', null],
  ['/en/preview/1', null],
  ['/en/invitation/abc', null],
])('the scripts of %s wait for: %s', (path, wait) => {
  expect(waitOf(path)).toBe(wait);
});

test('what a page runs waits, what tells machines something does not', () => {
  const file = '/_next/static/chunks/a1.js';
  const kept = `<script src="/else.js" async=""></script><script type="application/ld+json">{}</script><script src="${file}" noModule=""></script>`;
  const html = `<link rel="preload" as="script" fetchPriority="low" href="${file}"/><link rel="preload" as="font" href="/f"/><script src="${file}" async=""></script>${kept}`;
  expect(makeScriptsWait(html, 'reader')).toBe(
    `<link rel="preload" as="font" href="/f"/><script type="text/later" data-wait="reader" src="${file}" async=""></script>${kept}`,
  );
});

test('what every page runs by itself can be read by a browser', () => {
  expect(new Script(pageScript)).toBeInstanceOf(Script);
});
