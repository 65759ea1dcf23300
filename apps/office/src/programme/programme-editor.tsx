import { useToast } from '@festivals/ui/toast';
import { festivalDay } from '@festivals/domain/calendar';
import type { Festival } from '@festivals/domain/festival/contract';
import type { DraftSlot, ProgrammeDraft } from '@festivals/domain/programme/contract';
import { useDeferredValue, useMemo, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useFailureText } from '../shell/failure.tsx';
import type { Position } from './move-set.ts';
import { newSet } from './new-set.ts';
import { useOpened } from '../record/use-opened.ts';
import { SlotSheet } from './slot-sheet.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { Timetable } from './timetable.tsx';
import type { TimetableSearch } from './timetable-search.ts';
import { useMoves } from './use-moves.ts';
import { useSetName } from './use-set-name.ts';
import { useSlotChanges } from './use-slot-changes.ts';
import { useWarnings } from './use-warnings.ts';
import { WarningList } from './warning-list.tsx';

type Props = {
  festival: Festival;
  draft: ProgrammeDraft;
  search: TimetableSearch;
  onSearch: (next: TimetableSearch) => void;
  /** The set whose sheet is open, `new` for one that is yet to be. */
  opened: string | undefined;
  onOpen: (slotId: string | undefined) => void;
};

/** The timetable for whoever may edit: moves with undo, warnings in place, and a sheet for each set. */
export function ProgrammeEditor({ festival, draft, search, onSearch, opened, onOpen }: Props) {
  const t = useTranslations('office.programmeEdit');
  const words = useTranslations('office.timetable');
  const format = useFormatter();
  const say = useToast();
  const failure = useFailureText();
  const [told, tell] = useState('');
  /** The artist for whom a new set was begun. */
  const [wantedArtist, wantArtist] = useState<string | null>(null);
  const { zone, cutOff } = festival;
  const show = ({ startsAt }: Position) =>
    onSearch({ day: festivalDay(new Date(startsAt), zone, cutOff), whole: undefined });
  const moves = useMoves(festival, draft, {
    undone: (at) => {
      tell(t('undone'));
      show(at);
    },
    redone: (at) => {
      tell(t('redone'));
      show(at);
    },
    outdated: () => say({ title: words('undoOutdated') }),
    refused: (error, at) => {
      const reason = failure(error).title;
      if (at) show(at);
      tell(t('putBack', { reason }));
      say({ tone: 'danger', title: reason });
    },
  });
  const { slots } = moves;
  const shown = useMemo(() => ({ ...draft, slots }), [draft, slots]);
  // Five thousand sets are compared with each other behind what the hand does, not before it.
  const warnings = useWarnings(useDeferredValue(shown), festival);
  const warned = useMemo(() => new Set(warnings.keys()), [warnings]);
  const nameOf = useSetName(draft.artists);
  const describe = useSlotChanges(festival, draft);

  const clock = (at: string) => format.dateTime(new Date(at), 'clock', { timeZone: zone });
  const move = (all: { slot: DraftSlot; to: Position }[], how: { atOnce: boolean }) => {
    const [first] = all;
    if (!first) return;
    const { slot, to } = first;
    const stage = draft.stages.find(({ id }) => id === to.stageId)?.name ?? '';
    tell(t('moved', { name: nameOf(slot), stage, from: clock(to.startsAt), to: clock(to.endsAt) }));
    moves.move(all, how);
  };
  const { conflict } = moves;
  const theirs = conflict && draft.slots.find(({ id }) => id === conflict.slotId);
  const seen = conflict?.wanted.get(conflict.slotId)?.seen;
  const edited = useOpened(draft.slots, opened);
  return (
    <>
      <p role="status" aria-live="polite" className="sr-only">
        {told}
      </p>
      <Timetable
        programme={shown}
        festival={festival}
        search={search}
        onSearch={onSearch}
        warned={warned}
        editing={{
          move,
          place: (artistId, at) => void moves.make({ ...at, artistId }),
          open: onOpen,
          begin: (artistId) => {
            wantArtist(artistId ?? null);
            onOpen('new');
          },
          undo: () => void moves.undo(),
          redo: () => void moves.redo(),
          mayUndo: moves.mayUndo,
          mayRedo: moves.mayRedo,
        }}
      >
        {conflict && (
          <StaleNotice
            by={conflict.by}
            changes={seen && theirs ? [`${nameOf(theirs)}: ${describe(seen, theirs).join(', ')}`] : []}
            busy={false}
            onTheirs={moves.takeTheirs}
            onAgain={moves.tryAgain}
          />
        )}
        <WarningList warnings={warnings} open={onOpen} />
      </Timetable>
      {(opened === 'new' || edited) && (
        <SlotSheet
          key={opened}
          festival={festival}
          programme={draft}
          edited={edited}
          first={{ ...newSet(draft, festival, search.day ?? festival.startsOn), artistId: wantedArtist }}
          warnings={warnings.get(opened ?? '') ?? []}
          onDone={moves.remember}
          onClose={() => {
            wantArtist(null);
            onOpen(undefined);
          }}
        />
      )}
    </>
  );
}
