import type { Theme } from '@festivals/domain/festival/contract';

/** Where a festival's artwork is found as a picture. */
export const artworkAddress = ({ palette, seed, artwork = 'stage' }: Theme): string =>
  `/artwork/${artwork}-${palette}-${seed}.svg`;
