/** Finding somebody by a name that was heard, not read: without accents, half typed, with a letter wrong. */

const latin: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** A name in plain small letters, one space between its words: `Beyoncé & D.J. Ørsted` is `beyonce dj orsted`. */
export const plainLetters = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’`.]/gu, '')
    .replaceAll(/[ßøłđðþæœı]/g, (letter) => latin[letter] ?? letter)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** How many wrong letters are forgiven in a word of so many. */
const forgiven = (letters: number) => (letters < 4 ? 0 : letters < 8 ? 1 : 2);

/**
 * How many slips lie between a word and the nearest beginning of another: a letter wrong, missing, too many, or two swapped
 * (optimal string alignment). More than `most` is `most + 1`.
 */
function slips(typed: string, word: string, most: number): number {
  const width = Math.min(word.length, typed.length + most);
  let before: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, at) => at);
  for (let row = 1; row <= typed.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= width; at += 1) {
      const same = typed[row - 1] === word[at - 1];
      let least = Math.min((last[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + (same ? 0 : 1));
      if (typed[row - 1] === word[at - 2] && typed[row - 2] === word[at - 1])
        least = Math.min(least, (before[at - 2] ?? most) + 1);
      now.push(least);
    }
    if (Math.min(...now) > most) return most + 1;
    [before, last] = [last, now];
  }
  return Math.min(...last.slice(Math.max(0, typed.length - most)));
}

/** How well one typed word fits a name's words: 0 begins one, 1 is within one, more with every slip; null is not at all. */
function fit(typed: string, words: readonly string[]): number | null {
  if (words.some((word) => word.startsWith(typed))) return 0;
  if (typed.length > 1 && words.some((word) => word.includes(typed))) return 1;
  const most = forgiven(typed.length);
  if (most === 0) return null;
  const least = Math.min(...words.map((word) => slips(typed, word, most)));
  return least <= most ? 1 + least : null;
}

/**
 * How well a name answers what was typed, 0 best; null where it does not. Every typed word must be found, in any order.
 * @param typed and @param name both as `plainLetters` writes them, so that a long list is made plain once
 */
export function nameFit(typed: string, name: string): number | null {
  if (typed === '') return 0;
  if (name.startsWith(typed)) return 0;
  const words = name.split(' ');
  let sum = 0;
  for (const word of typed.split(' ')) {
    const one = fit(word, words);
    if (one === null) {
      const joined = typed.replaceAll(' ', '');
      return joined.length > 2 && name.replaceAll(' ', '').includes(joined) ? 2 : null;
    }
    sum += one;
  }
  return 1 + sum;
}
