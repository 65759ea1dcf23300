/** Names and texts as real files have them: with markup, invisible characters and line breaks that nobody meant. */

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  szlig: 'ß',
  ntilde: 'ñ',
  rsquo: '’',
  lsquo: '‘',
  hellip: '…',
  ndash: '–',
  mdash: '—',
};

const character = (code: number) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');

const decoded = (text: string) =>
  text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex, decimal, name) => {
    if (hex) return character(Number.parseInt(hex, 16));
    if (decimal) return character(Number(decimal));
    return named[String(name).toLowerCase()] ?? whole;
  });

/** A tag; "I <3 U" and "a < b" are none. */
const breaks = /<(?:br|\/p|\/div|\/li)\b[^<>]*>/gi;
const tags = /<\/?[a-z][^<>]*>/gi;

/** Takes whole scripts, styles and comments out in one walk: nothing but beginnings takes no longer than any other text. */
function withoutHidden(text: string): string {
  const opening = /<(?:(script|style)\b[^<>]*>|!--)/gi;
  const closings = { script: /<\/script\s*>/gi, style: /<\/style\s*>/gi, comment: /-->/g };
  const absent = new Set<string>();
  let [kept, from] = ['', 0];
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const name = match[1]?.toLowerCase();
    const kind = name === 'script' || name === 'style' ? name : 'comment';
    const closing = closings[kind];
    closing.lastIndex = opening.lastIndex;
    if (absent.has(kind) || !closing.test(text)) {
      absent.add(kind);
      continue;
    }
    // A comment stands within a word, a script between two.
    kept += text.slice(from, match.index) + (kind === 'comment' ? '' : ' ');
    opening.lastIndex = closing.lastIndex;
    from = closing.lastIndex;
  }
  return kept + text.slice(from);
}

export const hasMarkup = (text: string): boolean => text.includes('<') && /<\/?[a-z!][^<>]*>/i.test(text);

// Zero width, byte order marks, soft hyphens, marks that turn the reading direction, half characters. Joiners stay where
// scripts or emoji need them: not beside Latin letters.
const unseen = /[\u200B\u200E\u200F\u2060-\u2064\u2066-\u206F\u202A-\u202E\uFEFF\u00AD\p{Cs}]/gu;
const idleJoiners =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\u0590-\u0FFF])[\u200C\u200D]|[\u200C\u200D](?=[\p{Script=Latin}\s]|$)/gu;

function plain(text: string): string {
  const bare = hasMarkup(text) ? withoutHidden(text).replaceAll(breaks, '\n').replaceAll(tags, '') : text;
  const said = bare.includes('&') ? decoded(bare) : bare;
  return said.normalize('NFC').replaceAll(unseen, '').replaceAll(idleJoiners, '');
}

/** Nothing to clean in it: the case of almost every cell. */
const isTidy = (text: string) => /^[!-%'-;=?-~]+(?: [!-%'-;=?-~]+)*$/.test(text);

/** A text as one line: without markup and what cannot be seen, every gap a single space. */
export function cleanLine(text: string): string {
  if (isTidy(text)) return text;
  return plain(text)
    .replaceAll(/[\p{Z}\p{Cc}]+/gu, ' ')
    .trim();
}

/** A longer text: as `cleanLine`, with its line breaks. */
export function cleanText(text: string): string {
  return plain(text)
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[^\P{Cc}\n]|[\u00A0\u2000-\u200A\u202F\u205F\u3000]/gu, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** A text of at most so many characters: what is longer ends with "…", never in the middle of a letter. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** The same name, however it is written: case, width and spaces aside. */
export const fold = (name: string): string => cleanLine(name).normalize('NFKC').toLocaleLowerCase('en');
