/** The legal texts that hold until an organiser writes their own: documents in English and French, filled in with who organises. */
import type { Contact, Legal } from '../details.ts';
import { cookiesEn } from './cookies-en.ts';
import { cookiesFr } from './cookies-fr.ts';
import { privacyEn } from './privacy-en.ts';
import { privacyFr } from './privacy-fr.ts';
import { termsEn } from './terms-en.ts';
import { termsFr } from './terms-fr.ts';

const documents: Readonly<Partial<Record<keyof Legal, Readonly<Record<'en' | 'fr', string>>>>> = {
  terms: { en: termsEn, fr: termsFr },
  privacy: { en: privacyEn, fr: privacyFr },
  cookies: { en: cookiesEn, fr: cookiesFr },
};

/** Texts that there is a document for; what is refunded is the organiser's alone to say. */
export const hasStandardText = (text: keyof Legal): boolean => documents[text] !== undefined;

/**
 * A standard text in the small markup, in English where it is not written in `language`; null where there is none.
 * @param festival the festival's name, which stands for an organiser who has not said theirs
 */
export function standardText(
  text: keyof Legal,
  language: string,
  { festival, contact }: { festival: string; contact: Contact },
): { language: 'en' | 'fr'; text: string } | null {
  const document = documents[text];
  if (document === undefined) return null;
  const spoken = language === 'fr' ? 'fr' : 'en';
  const address = contact.address.split(/\s*\n\s*/).filter(Boolean);
  const filled: Record<string, string> = {
    festival: plain(festival),
    organiser: plain(
      contact.organisation || (spoken === 'fr' ? `l’organisateur de ${festival}` : `the organiser of ${festival}`),
    ),
    address: address.length === 0 ? '' : ` (${plain(address.join(', '))})`,
    contact: contact.email ?? contact.phone ?? (spoken === 'fr' ? 'l’organisateur' : 'the organiser'),
  };
  return { language: spoken, text: document[spoken].replaceAll(/\{(\w+)\}/g, (_, name: string) => filled[name] ?? '') };
}

/** A name is a name, whatever signs of the markup it holds. */
const plain = (name: string): string => name.replaceAll(/[*[\]\n]/g, ' ').trim();
