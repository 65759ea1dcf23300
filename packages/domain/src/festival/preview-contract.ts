import { route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, Instant, Language } from '../primitives.ts';
import { Theme } from './contract.ts';

/** What the office tells the page that it shows in a frame: how it would look. */
export const PreviewLook = z.object({ kind: z.literal('festivals.look'), theme: Theme });
/** What the page says when it can be told. */
export const previewReady = { kind: 'festivals.preview_ready' } as const;

/** The header in which whoever may look at a draft says so. */
export const previewHeader = 'x-preview';

export const getPreview = route({
  method: 'GET',
  path: '/festivals/:festivalId/preview',
  permission: 'festival.edit',
  summary: 'The address at which the festival’s page can be looked at for half an hour before it is published',
  params: InFestival,
  query: z.object({ language: Language }),
  response: z.object({ url: z.url(), expiresAt: Instant }),
});
