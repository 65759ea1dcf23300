import type { Festival } from '@festivals/domain/festival/contract';
import type { DraftArtist } from '@festivals/domain/programme/contract';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { PictureField } from '../media/picture-field.tsx';

/** An artist's picture; who is not saved yet can have none. */
export function ArtistPicture({ festival, artist }: { festival: Festival; artist: DraftArtist | undefined }) {
  const t = useTranslations('office.media.field');
  if (artist === undefined) return <p className="text-xs text-ink-faint">{t('artistLater')}</p>;
  return (
    <PictureField
      festival={festival}
      label={t('artist')}
      picture={artist.picture}
      show={(now) =>
        api.programme.showArtistPicture({
          params: { festivalId: festival.id, artistId: artist.id },
          body: { was: artist.picture?.id ?? null, now },
        })
      }
    />
  );
}
