/** How a slip of the finger is forgiven: all spellings one slip away from a word, and which of those that exist are meant. */

/** Words so short are like almost everything. */
export const shortestMisspelled = 4;
/** Longer ones are addresses and codes; the spellings of one more letter are some seventy. */
const longestMisspelled = 24;
/** Of so many words at once; a name has fewer. */
const mostWords = 6;
const mostMeant = 8;

/** What lies between words: blanks and the signs of ASCII, to which a text has been folded. */
const between = /[\s!-/:-@[-`{-~]+/;

/** The words of a folded text, in their order. */
export const wordsOf = (text: string): string[] => text.split(between).filter((word) => word !== '');

/** The letters that a slip may put into a word, by the script that it is written in. */
const alphabets: ReadonlyArray<[RegExp, string]> = [
  [/[a-z]/, 'abcdefghijklmnopqrstuvwxyz0123456789'],
  [/[а-яіїєґў]/, 'абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґў'],
  [/[α-ω]/, 'αβγδεζηθικλμνξοπρστυφχψως'],
  [/[א-ת]/, 'אבגדהוזחטיךכלםמןנסעףפץצקרשת'],
  [/[ء-ي]/, 'ءابةتثجحخدذرزسشصضطظعغفقكلمنهوىي'],
];

/**
 * Every spelling one slip away from a word: a letter too many, too few, another one, or two that changed places.
 * What has no letter of these scripts (a number) is only freed of a sign, or has two change places.
 */
export function slipsOf(word: string): Set<string> {
  const letters = [...word];
  const slips = new Set<string>();
  const alphabet = [...(alphabets.find(([script]) => script.test(word))?.[1] ?? '')];
  const put = (at: number, instead: readonly string[], skipped: number) =>
    slips.add([...letters.slice(0, at), ...instead, ...letters.slice(at + skipped)].join(''));
  for (let at = 0; at <= letters.length; at += 1) {
    const [letter, next] = [letters[at], letters[at + 1]];
    for (const other of alphabet) put(at, [other], 0);
    if (letter === undefined) continue;
    put(at, [], 1);
    for (const other of alphabet) put(at, [other], 1);
    if (next !== undefined) put(at, [next, letter], 2);
  }
  slips.delete(word);
  slips.delete('');
  return slips;
}

/** Spellings to look up, each with the place (from 1) of the word that it is of: the word itself, and its slips if it is long enough. */
export function spellingsOf(words: readonly string[]): { word: string; of: number }[] {
  return words.slice(0, mostWords).flatMap((word, at) => {
    const length = [...word].length;
    const slips = length < shortestMisspelled || length > longestMisspelled ? [] : slipsOf(word);
    return [word, ...slips].map((one) => ({ word: one, of: at + 1 }));
  });
}

/** A spelling that the festival has. */
export interface Spelling {
  of: number;
  word: string;
  /** Whether it is a whole word, not only how one begins. */
  whole: boolean;
  /** Share of letters in common with what was typed, 0 to 1. */
  likeness: number;
}

/** What was probably meant: the text with the likeliest words, and for each word of it those that may stand there. */
export interface Meant {
  text: string;
  words: string[][];
}

/** What is meant by the words of a text, by the spellings that there are; what is like nothing is left out. Null if that is all. */
export function meantBy(words: readonly string[], known: readonly Spelling[]): Meant | null {
  const byPlace = Map.groupBy(known, ({ of }) => of);
  const isKnown = words.map((word, at) => (byPlace.get(at + 1) ?? []).some((one) => one.whole && one.word === word));
  // Where one word is unknown, that one is misspelled; where none is, any of them may be.
  const allKnown = isKnown.every(Boolean);
  const meant = words.slice(0, mostWords).map((word, at) =>
    (isKnown[at] && !allKnown ? [{ of: at + 1, word, whole: true, likeness: 1 }] : (byPlace.get(at + 1) ?? []))
      .toSorted((a, b) => rank(b, word) - rank(a, word))
      .map((spelling) => spelling.word)
      // What bears an earlier one is found with it.
      .filter((one, place, all) => !all.slice(0, place).some((earlier) => one.includes(earlier)))
      .slice(0, mostMeant),
  );
  const some = meant.filter(([first]) => first !== undefined);
  // A few letters that happen to stand somewhere are not what somebody meant by a longer text.
  if (!meant.some(([first], at) => first !== undefined && [...(words[at] ?? '')].length >= shortestMisspelled))
    return null;
  return { text: some.map(([first]) => first).join(' '), words: some };
}

/** What was typed before what is spelled otherwise, a word before a beginning, then by the letters in common. */
const rank = ({ word, whole, likeness }: Spelling, typed: string): number =>
  (word === typed ? 4 : 0) + (whole ? 1 : 0) + likeness;
