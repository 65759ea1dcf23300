import de from '../messages/de/office.json' with { type: 'json' };
import en from '../messages/en/office.json' with { type: 'json' };
import es from '../messages/es/office.json' with { type: 'json' };
import fr from '../messages/fr/office.json' with { type: 'json' };
import it from '../messages/it/office.json' with { type: 'json' };
import pt from '../messages/pt/office.json' with { type: 'json' };
import type { Language } from './language.ts';

export type OfficeMessages = typeof en;

/** The back-office. All six languages at once; `loadMessages` fetches one. */
export const office: Readonly<Record<Language, OfficeMessages>> = { fr, en, de, es, it, pt };
