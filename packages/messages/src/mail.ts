import de from '../messages/de/mail.json' with { type: 'json' };
import en from '../messages/en/mail.json' with { type: 'json' };
import es from '../messages/es/mail.json' with { type: 'json' };
import fr from '../messages/fr/mail.json' with { type: 'json' };
import it from '../messages/it/mail.json' with { type: 'json' };
import pt from '../messages/pt/mail.json' with { type: 'json' };
import type { Language } from './language.ts';

export type MailMessages = typeof en;

/** Mails and PDF tickets. All six languages at once; `loadMessages` fetches one. */
export const mail: Readonly<Record<Language, MailMessages>> = { fr, en, de, es, it, pt };
