import de from '../messages/de/mobile.json' with { type: 'json' };
import en from '../messages/en/mobile.json' with { type: 'json' };
import es from '../messages/es/mobile.json' with { type: 'json' };
import fr from '../messages/fr/mobile.json' with { type: 'json' };
import it from '../messages/it/mobile.json' with { type: 'json' };
import pt from '../messages/pt/mobile.json' with { type: 'json' };
import type { Language } from './language.ts';

export type MobileMessages = typeof en;

/** The app. All six languages at once; `loadMessages` fetches one. */
export const mobile: Readonly<Record<Language, MobileMessages>> = { fr, en, de, es, it, pt };
