/** The list of who plays, as somebody without script asked for it: the page that is kept, with those hidden who do not fit. */
import {
  lineUpFilters,
  lineUpFits,
  type Listed,
  type LineUpFilter,
} from '@festivals/domain/programme/visit/filter-line-up';
import { plainLetters } from '@festivals/domain/programme/visit/find-name';

/** A page of the list, read once for all who ask. */
export interface ReadList {
  /** What stands between the artists; one more than there are of them. */
  between: readonly string[];
  artists: readonly (Listed & { html: string })[];
}

const row = /<li(?=\s[^>]*data-sets=)[^>]*>[\s\S]*?<\/li>/g;
const parts = (text: string) => (text === '' ? [] : text.split('|'));

export function readList(html: string): ReadList {
  const artists = (html.match(row) ?? []).map((one) => ({
    html: one,
    plain: plainLetters(unescaped(/data-name="">(?<name>[^<]*)</.exec(one)?.groups?.['name'] ?? '')),
    genres: parts(attribute(one, 'data-genres')),
    sets: parts(attribute(one, 'data-sets')).map((set) => {
      const [day = '', stage = ''] = set.split(' ');
      return { day, stage };
    }),
  }));
  return { between: html.split(row), artists };
}

/** The page as it answers: who fits is shown, and the form says what was asked. With script the browser finds the same. */
export function siftLineUp({ between, artists }: ReadList, filter: LineUpFilter): string {
  const fits = lineUpFits(filter);
  let shown = 0;
  const sifted = artists.map((artist) => {
    if (!fits(artist)) return artist.html.replace('<li', '<li hidden=""');
    shown += 1;
    return artist.html;
  });
  const query = queryOf(filter);
  const [head = '', ...rest] = between;
  const list = sifted.map((html, at) => html + (rest[at] ?? '')).join('');
  return inOtherLanguages(asAsked(head, filter, query, shown) + list, query);
}

const queryOf = (filter: LineUpFilter): string =>
  `?${new URLSearchParams(lineUpFilters.filter((name) => filter[name] !== '').map((name) => [name, filter[name]]))}`;

/** The same question in another language: a link to the list itself would lose it. */
const inOtherLanguages = (html: string, query: string): string =>
  html.replaceAll(
    /href="(?<address>[^"?]*\/line-up\/)list"(?= hreflang=)/gi,
    (_, address: string) => `href="${address}search${escaped(query)}"`,
  );

/** What stands above the list. */
function asAsked(head: string, filter: LineUpFilter, query: string, shown: number): string {
  return head
    .replace('name="q" value=""', () => `name="q" value="${escaped(filter.q)}"`)
    .replaceAll(/<select name="(?<name>day|stage|genre)"[\s\S]*?<\/select>/g, (select, name: keyof LineUpFilter) =>
      select.replace(' selected=""', '').replace(`value="${escaped(filter[name])}"`, (value) => `${value} selected=""`),
    )
    .replace(
      /(?<open><output[^>]*data-shown="(?<words>[^"]*)"[^>]*>)[^<]*/,
      (_, open: string, words: string) => `${open}${words.replace('#', String(shown))}`,
    )
    .replaceAll(
      /href="(?<address>[^"?]*)" data-line-up-view=/g,
      (_, address: string) => `href="${address}${escaped(query)}" data-line-up-view=`,
    )
    .replace('<div data-line-up="true"', (list) => (shown === 0 ? `${list} data-nobody=""` : list));
}

const attribute = (html: string, name: string): string =>
  unescaped(new RegExp(`${name}="([^"]*)"`).exec(html)?.[1] ?? '');

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
