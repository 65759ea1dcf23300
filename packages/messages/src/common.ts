import de from '../messages/de/common.json' with { type: 'json' };
import en from '../messages/en/common.json' with { type: 'json' };
import es from '../messages/es/common.json' with { type: 'json' };
import fr from '../messages/fr/common.json' with { type: 'json' };
import it from '../messages/it/common.json' with { type: 'json' };
import pt from '../messages/pt/common.json' with { type: 'json' };
import type { Language } from './language.ts';

export type CommonMessages = typeof en;

/** Words that several faces share. All six languages at once; `loadMessages` fetches one. */
export const common: Readonly<Record<Language, CommonMessages>> = { fr, en, de, es, it, pt };
