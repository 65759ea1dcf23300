import type { Festival } from '@festivals/domain/festival/contract';
import { fileFor } from '@festivals/domain/media/rules';
import { artworkAddress } from './artwork-address.ts';

/** What others see of a festival when its page is shared: its cover, or its artwork. */
export const sharedPicture = ({ pictures: { cover }, theme }: Festival): string =>
  cover ? fileFor(cover, 1280, '/api') : artworkAddress(theme);
