/** A name in the platform's six languages. */
export type Names = Readonly<Record<'en' | 'fr' | 'de' | 'es' | 'it' | 'pt', string>>;

/** The same proper name everywhere. */
export const sameEverywhere = (name: string): Names => ({ en: name, fr: name, de: name, es: name, it: name, pt: name });

/** Six short names in one line, English first: `Water | Eau | Wasser | Agua | Acqua | Água`. */
export function named(line: string): Names {
  const [en, fr, de, es, it, pt, ...surplus] = line.split(' | ');
  const isWhole = en && fr && de && es && it && pt && surplus.length === 0;
  if (!isWhole) throw new RangeError(`Not six names: ${line}`);
  return { en, fr, de, es, it, pt };
}

/** The same in every language, with a number or a letter behind it. */
export const numbered = (names: Names, number: number | string): Names => ({
  en: `${names.en} ${number}`,
  fr: `${names.fr} ${number}`,
  de: `${names.de} ${number}`,
  es: `${names.es} ${number}`,
  it: `${names.it} ${number}`,
  pt: `${names.pt} ${number}`,
});
