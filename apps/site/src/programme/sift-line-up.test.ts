import { expect, test } from 'vitest';
import { readList, siftLineUp } from './sift-line-up.ts';

const artist = (name: string, genres: string, sets: string) =>
  `<li data-genres="${genres}" data-sets="${sets}" class="row"><button></button><a href="/en/f/artists/x" data-name="">${name}</a></li>`;
const list = readList(
  `<form><ul><li><a href="/en/f/line-up" data-line-up-view="true">Poster</a></li></ul><input type="search" name="q" value=""/>` +
    `<select name="day" aria-label="Day"><option value="" selected="">Every day</option><option value="2027-07-16">Fri</option></select>` +
    `<select name="genre"><option value="" selected="">Every genre</option><option value="drum &amp; bass">drum &amp; bass</option></select>` +
    `<output class="count" data-shown="# of 3 artists">3 of 3 artists</output></form><div data-line-up="true"><ul>${[
      artist('Beyoncé &amp; D.J. Ørsted', 'soul', '2027-07-16 main'),
      artist('Møna', 'drum &amp; bass|folk', '2027-07-17 main|2027-07-16 tent'),
      artist('Kite', '', ''),
    ].join('')}</ul></div><script>self.__next_f.push([1,"data-sets"])</script>`,
);
const asked = (what: Partial<Record<'q' | 'day' | 'stage' | 'genre', string>>) =>
  siftLineUp(list, { q: '', day: '', stage: '', genre: '', ...what });
const shown = (html: string) =>
  [...html.matchAll(/<li data-genres[^>]*>.*?data-name="">([^<]*)/g)].map(([, name]) => name);

test.each([
  [{ q: 'beyonce orsted' }, ['Beyoncé &amp; D.J. Ørsted']],
  [{ q: 'mona' }, ['Møna']],
  [{ genre: 'drum & bass' }, ['Møna']],
  [{ day: '2027-07-16' }, ['Beyoncé &amp; D.J. Ørsted', 'Møna']],
  [{ day: '2027-07-17', stage: 'tent' }, []],
  [{}, ['Beyoncé &amp; D.J. Ørsted', 'Møna', 'Kite']],
])('%j shows those who fit', (what, names) => {
  expect(shown(asked(what))).toEqual(names);
});

test('the form says what was asked, and how many were found', () => {
  const html = asked({ q: 'zz"><script>', day: '2027-07-16', genre: 'drum & bass' });
  expect(html).toContain('value="zz&quot;&gt;&lt;script&gt;"');
  expect(html).not.toContain('zz">');
  expect(html).toContain('<option value="">Every day</option><option value="2027-07-16" selected="">');
  expect(html).toContain('<option value="drum &amp; bass" selected="">');
  expect(html).toContain('>0 of 3 artists<');
  expect(html).toContain('data-nobody=""');
  expect(html).toContain('href="/en/f/line-up?q=zz%22%3E%3Cscript%3E&amp;day=2027-07-16&amp;genre=drum+%26+bass"');
});

test('what nobody offers is not chosen, and nothing else of the page changes', () => {
  const html = asked({ genre: 'polka' });
  expect(html).toContain('<select name="genre"><option value="">Every genre</option><option value="drum &amp; bass">');
  expect(html).toContain('<script>self.__next_f.push([1,"data-sets"])</script>');
});
