import type { Festival } from '@festivals/domain/festival/contract';
import type { ListedArtist } from '@festivals/domain/programme/contract';
import { Button } from '@festivals/ui/button';
import { Dialog, DialogClose, DialogContent } from '@festivals/ui/dialog';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Megaphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { FormFailure, useFailureText } from '../shell/failure.tsx';
import { AnnouncementFields, type Announcing } from './announcement-fields.tsx';

type Props = { festival: Festival; artists: readonly ListedArtist[]; onDone: () => void };

/** What is said of all artists that are ticked. */
export function AnnounceBar(props: Props) {
  const t = useTranslations('office.announcing');
  const [asking, ask] = useState(false);
  const count = props.artists.length;
  return (
    <div role="toolbar" aria-label={t('chosen', { count })} className="flex min-h-10 flex-wrap items-center gap-2">
      <span role="status" className="tabular me-1 text-ui text-ink-soft">
        {t('chosen', { count })}
      </span>
      <Button size="sm" disabled={count === 0} onClick={() => ask(true)}>
        <Megaphone aria-hidden="true" />
        {t('announce')}
      </Button>
      {asking && <AnnounceDialog {...props} onClose={() => ask(false)} />}
    </div>
  );
}

function AnnounceDialog({ festival, artists, onDone, onClose }: Props & { onClose: () => void }) {
  const t = useTranslations('office.announcing');
  const words = useTranslations('office.record');
  const edit = useTranslations('office.programmeEdit');
  const shell = useTranslations('office.shell');
  const queryClient = useQueryClient();
  const say = useToast();
  const describe = useFailureText();
  const [value, setValue] = useState<Announcing>({ announcement: 'ANNOUNCED', revealsAt: null });
  const tell = (how: Announcing, whom: readonly ListedArtist[]) =>
    api.programme.announceArtists({
      params: { festivalId: festival.id },
      body: { ...how, artists: whom.map(({ id, version }) => ({ artistId: id, version })) },
    });
  // Also what somebody else changed meanwhile: from that state it is tried again.
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['festival', festival.id, 'programme'] });
  const takeBack = async (told: readonly ListedArtist[]) => {
    const now = new Map(told.map((artist) => [artist.id, artist]));
    const alike = Map.groupBy(artists, ({ announcement, revealsAt }) => `${announcement} ${revealsAt}`);
    try {
      for (const [first, ...rest] of alike.values())
        if (first)
          await tell(
            howOf(first),
            [first, ...rest].flatMap(({ id }) => now.get(id) ?? []),
          );
      say({ title: edit('undone') });
    } catch (error) {
      say({ tone: 'danger', title: describe(error).title });
    } finally {
      await refresh();
    }
  };
  const save = useMutation({
    mutationFn: () => tell(value, artists),
    onSuccess: (told) => {
      say({
        title: t('saved', { count: told.length }),
        action: { label: words('undo'), run: () => void takeBack(told) },
      });
      onDone();
      onClose();
    },
    onSettled: refresh,
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('announceThese', { count: artists.length })}
        description={<span className="line-clamp-3">{artists.map(({ name }) => name).join(' · ')}</span>}
        closeLabel={shell('close')}
        footer={
          <>
            <DialogClose asChild>
              <Button>{words('cancel')}</Button>
            </DialogClose>
            <Button tone="accent" busy={save.isPending} onClick={() => save.mutate()}>
              {words('save')}
            </Button>
          </>
        }
      >
        <div className="space-y-5">
          <AnnouncementFields zone={festival.zone} value={value} onChange={setValue} />
          <FormFailure error={save.error} />
        </div>
      </DialogContent>
    </Dialog>
  );
}

const howOf = ({ announcement, revealsAt }: ListedArtist): Announcing => ({ announcement, revealsAt });
