import type { ArtistAnnouncement } from '../contract.ts';

/** Beginnings of what people write in six languages, and of what our own list says, without marks. */
const beginnings: readonly [ArtistAnnouncement, RegExp][] = [
  ['HELD_BACK', /^(held|hold|embargo|sous embargo|zuruck|en reserva|sotto embargo|sob embargo)/],
  [
    'BY_SETS',
    /^(by|with|planned|not yet|no$|par un|avec|prevu|pas encore|non$|durch|mit|geplant|noch nicht|nein$|por una|con |previsto|todavia|aun no|da un|non ancora|por uma|com a|ainda nao|nao$|false$|0$)/,
  ],
  [
    'ANNOUNCED',
    /^(announced|now|yes$|y$|annonce|des maint|oui$|angekund|jetzt|ja\b|anunciad|ya\b|si$|annunciat|subito|sim$|true$|1$|x$)/,
  ],
];

/** How everyone comes to know of an artist, as a word says it; null where it says nothing that we know. */
export function announcementNamed(text: string): ArtistAnnouncement | null {
  const bare = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return beginnings.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}
