import type { CommonMessages } from './common.ts';
import type { ErrorsMessages } from './errors.ts';
import type { Language } from './language.ts';
import type { MailMessages } from './mail.ts';
import type { MobileMessages } from './mobile.ts';
import type { OfficeMessages } from './office.ts';
import { isPseudoLanguage, mirroredTree } from './pseudo-language.ts';
import type { SiteMessages } from './site.ts';

/** Every namespace by its name: what a translator's `t('site.…')` may ask for. */
export interface Messages {
  common: CommonMessages;
  errors: ErrorsMessages;
  mail: MailMessages;
  office: OfficeMessages;
  site: SiteMessages;
  mobile: MobileMessages;
}
export type Namespace = keyof Messages;

type Loader<N extends Namespace> = Readonly<Record<Language, () => Promise<{ default: Messages[N] }>>>;

// Written out, since no bundler may guess a path: each file becomes its own chunk, fetched when its language is read.
const loaders: { readonly [N in Namespace]: Loader<N> } = {
  common: {
    fr: () => import('../messages/fr/common.json', { with: { type: 'json' } }),
    en: () => import('../messages/en/common.json', { with: { type: 'json' } }),
    de: () => import('../messages/de/common.json', { with: { type: 'json' } }),
    es: () => import('../messages/es/common.json', { with: { type: 'json' } }),
    it: () => import('../messages/it/common.json', { with: { type: 'json' } }),
    pt: () => import('../messages/pt/common.json', { with: { type: 'json' } }),
  },
  errors: {
    fr: () => import('../messages/fr/errors.json', { with: { type: 'json' } }),
    en: () => import('../messages/en/errors.json', { with: { type: 'json' } }),
    de: () => import('../messages/de/errors.json', { with: { type: 'json' } }),
    es: () => import('../messages/es/errors.json', { with: { type: 'json' } }),
    it: () => import('../messages/it/errors.json', { with: { type: 'json' } }),
    pt: () => import('../messages/pt/errors.json', { with: { type: 'json' } }),
  },
  mail: {
    fr: () => import('../messages/fr/mail.json', { with: { type: 'json' } }),
    en: () => import('../messages/en/mail.json', { with: { type: 'json' } }),
    de: () => import('../messages/de/mail.json', { with: { type: 'json' } }),
    es: () => import('../messages/es/mail.json', { with: { type: 'json' } }),
    it: () => import('../messages/it/mail.json', { with: { type: 'json' } }),
    pt: () => import('../messages/pt/mail.json', { with: { type: 'json' } }),
  },
  office: {
    fr: () => import('../messages/fr/office.json', { with: { type: 'json' } }),
    en: () => import('../messages/en/office.json', { with: { type: 'json' } }),
    de: () => import('../messages/de/office.json', { with: { type: 'json' } }),
    es: () => import('../messages/es/office.json', { with: { type: 'json' } }),
    it: () => import('../messages/it/office.json', { with: { type: 'json' } }),
    pt: () => import('../messages/pt/office.json', { with: { type: 'json' } }),
  },
  site: {
    fr: () => import('../messages/fr/site.json', { with: { type: 'json' } }),
    en: () => import('../messages/en/site.json', { with: { type: 'json' } }),
    de: () => import('../messages/de/site.json', { with: { type: 'json' } }),
    es: () => import('../messages/es/site.json', { with: { type: 'json' } }),
    it: () => import('../messages/it/site.json', { with: { type: 'json' } }),
    pt: () => import('../messages/pt/site.json', { with: { type: 'json' } }),
  },
  mobile: {
    fr: () => import('../messages/fr/mobile.json', { with: { type: 'json' } }),
    en: () => import('../messages/en/mobile.json', { with: { type: 'json' } }),
    de: () => import('../messages/de/mobile.json', { with: { type: 'json' } }),
    es: () => import('../messages/es/mobile.json', { with: { type: 'json' } }),
    it: () => import('../messages/it/mobile.json', { with: { type: 'json' } }),
    pt: () => import('../messages/pt/mobile.json', { with: { type: 'json' } }),
  },
};

/** The messages of the named namespaces in one language, keyed by namespace as `use-intl` wants them. */
export async function loadMessages<N extends Namespace>(
  language: Language,
  namespaces: readonly N[],
): Promise<Pick<Messages, N>> {
  if (isPseudoLanguage(language)) return mirroredTree(await loadMessages('en', namespaces));
  const loaded = await Promise.all(
    namespaces.map(async (namespace) => [namespace, (await loaders[namespace][language]()).default]),
  );
  // One entry for each name asked for, each from its own loader: what Object.fromEntries forgets.
  return Object.fromEntries(loaded) as Pick<Messages, N>;
}
