import type { NewArtist } from '@festivals/domain/programme/contract';
import { useController, type UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import { validationText } from '../i18n/validation.ts';
import { AnnouncementFields } from './announcement-fields.tsx';

type Props = { form: UseFormReturn<z.input<typeof NewArtist>, unknown, z.output<typeof NewArtist>>; zone: string };

/** How and when an artist is announced: two fields of their sheet in one. */
export function ArtistAnnounced({ form: { control }, zone }: Props) {
  const how = useController({ control, name: 'announcement' });
  const from = useController({ control, name: 'revealsAt' });
  return (
    <AnnouncementFields
      zone={zone}
      value={{ announcement: how.field.value ?? 'BY_SETS', revealsAt: from.field.value ?? null }}
      onChange={({ announcement, revealsAt }) => {
        how.field.onChange(announcement);
        from.field.onChange(revealsAt);
      }}
      error={validationText(from.fieldState.error?.message)}
    />
  );
}
