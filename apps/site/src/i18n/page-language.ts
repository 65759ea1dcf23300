import { isLanguage, type Language } from '@festivals/messages';
import { isPseudoLanguage } from '@festivals/messages/pseudo-language';
import { env } from '../env.ts';

/** Whether pages are written in it: the six languages and, where it is switched on, the pseudo-language. */
export const isPageLanguage = (text: string): text is Language =>
  isLanguage(text) || (isPseudoLanguage(text) && env.pseudoLanguage);
