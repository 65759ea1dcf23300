import type { Festival } from '@festivals/domain/festival/contract';
import { NewArtist, type DraftArtist, type ListedArtist } from '@festivals/domain/programme/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { pick } from '../record/pick.ts';
import { RecordSheet } from '../record/record-sheet.tsx';
import { useRecordForm } from '../record/use-record-form.ts';
import { WaitingSheet } from '../record/waiting-sheet.tsx';
import { ArtistAnnounced } from './artist-announced.tsx';
import { ArtistBilling, ArtistName, ArtistNeeds, ArtistPortrait } from './artist-fields.tsx';
import { ArtistPicture } from './artist-picture.tsx';
import { artistQuery } from './queries.ts';

type Values = z.output<typeof NewArtist>;
type Props = { festival: Festival; edited: DraftArtist | undefined; onClose: () => void };

const empty: Values = {
  name: '',
  sortName: null,
  country: null,
  genres: [],
  bio: {},
  links: [],
  rider: '',
  guestQuota: 0,
  billing: 4,
  announcement: 'BY_SETS',
  revealsAt: null,
};
/** What the form says of an artist, or of one that is yet to be. */
const valuesOf = (artist: DraftArtist | undefined): Values =>
  artist === undefined ? empty : pick(artist, Object.keys(empty) as (keyof Values & keyof DraftArtist)[]);

/** The sheet of an artist, as soon as everything about them is there; of a new one at once. */
export function ArtistSheet({
  festival,
  listed,
  onClose,
}: {
  festival: Festival;
  listed: ListedArtist | undefined;
  onClose: () => void;
}) {
  const t = useTranslations('office.programmeEdit');
  const whole = useQuery({ ...artistQuery(festival.id, listed?.id ?? ''), enabled: listed !== undefined });
  // What is kept from before may be old by now: a form is made of what there is.
  const fresh = whole.isFetchedAfterMount ? whole.data : undefined;
  if (listed === undefined || fresh) return <ArtistForm festival={festival} edited={fresh} onClose={onClose} />;
  return <WaitingSheet title={t('editArtist')} query={whole} onClose={onClose} />;
}

function ArtistForm({ festival, edited, onClose }: Props) {
  const t = useTranslations('office.programmeEdit');
  const keyFor = useDeedKey();
  const params = { festivalId: festival.id };
  const at = ({ id }: DraftArtist) => ({ ...params, artistId: id });
  const { form, kept } = useRecordForm({
    festival,
    kind: 'artist',
    schema: NewArtist,
    record: edited,
    values: valuesOf(edited),
  });
  return (
    <RecordSheet
      festival={festival}
      title={edited ? t('editArtist') : t('newArtist')}
      form={form}
      kept={kept}
      recordId={edited?.id}
      save={(body) =>
        edited
          ? api.programme.updateArtist({ params: at(edited), body: { version: kept.version, changes: body } })
          : api.programme.createArtist({ params, body }, { idempotencyKey: keyFor(body) })
      }
      removal={
        edited && {
          run: () => api.programme.deleteArtist({ params: at(edited), query: { version: edited.version } }),
          restore: () => api.programme.restoreArtist({ params: at(edited) }),
        }
      }
      refresh={[['festival', festival.id, 'programme']]}
      onClose={onClose}
    >
      <ArtistPicture festival={festival} artist={edited} />
      <ArtistName form={form} />
      <ArtistBilling form={form} />
      <ArtistAnnounced form={form} zone={festival.zone} />
      <ArtistPortrait form={form} festival={festival} />
      <ArtistNeeds form={form} />
    </RecordSheet>
  );
}
