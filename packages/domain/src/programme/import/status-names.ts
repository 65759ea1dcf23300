import type { DraftSlot } from '../contract.ts';

type Status = DraftSlot['status'];

/** Beginnings of what people write in six languages, without marks. */
const beginnings: readonly [Status, RegExp][] = [
  ['CANCELLED', /^(cancel|annul|abgesagt|absage|cancelad|storniert)/],
  [
    'PENDING',
    /^(pending|tentative|tbc|tbd|to be|option|hold|unconfirmed|not confirmed|en attente|a confirmer|provisoire|offen|vorlaufig|unbestatigt|angefragt|pendi|provision|por confirmar|in sospeso|in attesa|da confermare|provvisori|pendente|provisori|no$|non$|nein$|false$|0$)/,
  ],
  ['CONFIRMED', /^(confirm|conferm|bestatigt|fest|fix|ok$|yes$|oui$|ja$|si$|sim$|true$|1$|x$|published|publie)/],
];

/** The status that a word means, or null. */
export function statusNamed(text: string): Status | null {
  const bare = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return beginnings.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}
