import type { Genre } from '../line-up.ts';

/** Sentences of one language; `{name}` and `{city}` are filled in. Each list has as many entries in every language. */
export interface BioTexts {
  beginnings: readonly string[];
  sounds: Readonly<Record<Genre, string>>;
  promises: readonly string[];
}
