import type { Festival } from '@festivals/domain/festival/contract';
import type { Language } from '@festivals/messages';

/** A festival as someone looks at it: what every part of its page is given. */
export interface Seen {
  festival: Festival;
  language: Language;
}
