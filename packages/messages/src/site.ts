import de from '../messages/de/site.json' with { type: 'json' };
import en from '../messages/en/site.json' with { type: 'json' };
import es from '../messages/es/site.json' with { type: 'json' };
import fr from '../messages/fr/site.json' with { type: 'json' };
import it from '../messages/it/site.json' with { type: 'json' };
import pt from '../messages/pt/site.json' with { type: 'json' };
import type { Language } from './language.ts';

export type SiteMessages = typeof en;

/** The public site. All six languages at once; `loadMessages` fetches one. */
export const site: Readonly<Record<Language, SiteMessages>> = { fr, en, de, es, it, pt };
