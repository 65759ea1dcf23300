import de from '../messages/de/paper.json' with { type: 'json' };
import en from '../messages/en/paper.json' with { type: 'json' };
import es from '../messages/es/paper.json' with { type: 'json' };
import fr from '../messages/fr/paper.json' with { type: 'json' };
import it from '../messages/it/paper.json' with { type: 'json' };
import pt from '../messages/pt/paper.json' with { type: 'json' };
import type { Language } from './language.ts';

export type PaperMessages = typeof en;

/** What the team prints. All six languages at once; `loadMessages` fetches one. */
export const paper: Readonly<Record<Language, PaperMessages>> = { fr, en, de, es, it, pt };
