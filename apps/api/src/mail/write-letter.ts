import { accountMails } from './account-mails.ts';
import { festivalMails } from './festival-mails.ts';
import type { Letter } from './letter.ts';
import type { Addressed, Template } from './mail-values.ts';
import { orderMails } from './order-mails.ts';
import { isGreetable, translator, type Writers } from './wording.ts';

const writers: Writers<Template> = { ...accountMails, ...festivalMails, ...orderMails };

/** Writes a mail in its reader's language. */
export function writeLetter<T extends Template>(mail: Addressed<T>): Letter {
  const t = translator(mail.language);
  return {
    language: mail.language,
    hello: isGreetable(mail.values.name) ? t('layout.hello', { name: mail.values.name }) : t('layout.hello_plain'),
    linkHint: t('layout.linkHint'),
    sentTo: t('layout.sentTo', { address: mail.to }),
    facts: [],
    ...writers[mail.template](t, mail.values, mail.language),
  };
}
