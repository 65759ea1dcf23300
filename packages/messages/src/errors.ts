import de from '../messages/de/errors.json' with { type: 'json' };
import en from '../messages/en/errors.json' with { type: 'json' };
import es from '../messages/es/errors.json' with { type: 'json' };
import fr from '../messages/fr/errors.json' with { type: 'json' };
import it from '../messages/it/errors.json' with { type: 'json' };
import pt from '../messages/pt/errors.json' with { type: 'json' };
import type { Language } from './language.ts';

export type ErrorsMessages = typeof en;

/** What the reader is told when something fails; keys are the catalogue's names, `ticketing.sold_out`. All six languages at once; `loadMessages` fetches one. */
export const errors: Readonly<Record<Language, ErrorsMessages>> = { fr, en, de, es, it, pt };
