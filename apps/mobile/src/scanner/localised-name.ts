import { Localised as localisedText } from '@festivals/domain/primitives';
import type { z } from 'zod';

/** A ticket type's name in some languages; empty when this device has never heard of the type. */
export const LocalisedName = localisedText(80);
export type Localised = z.infer<typeof LocalisedName>;
