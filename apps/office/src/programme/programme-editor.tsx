import { festivalDay } from '@festivals/domain/calendar';
import type { Festival } from '@festivals/domain/festival/contract';
import type { ProgrammeDraft } from '@festivals/domain/programme/contract';
import { useDeferredValue, useMemo, useState } from 'react';
import { useOpened } from '../record/use-opened.ts';
import { newSet } from './new-set.ts';
import { SlotSheet } from './slot-sheet.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { Timetable } from './timetable.tsx';
import type { TimetableSearch } from './timetable-search.ts';
import { useSetName } from './use-set-name.ts';
import { useSlotChanges } from './use-slot-changes.ts';
import { useToldMoves } from './use-told-moves.ts';
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
  /** The artist for whom a new set was begun. */
  const [wantedArtist, wantArtist] = useState<string | null>(null);
  const moves = useToldMoves(festival, draft, ({ startsAt }) =>
    onSearch({ day: festivalDay(new Date(startsAt), festival.zone, festival.cutOff), whole: undefined }),
  );
  const { slots, move, undo, redo, mayUndo, mayRedo } = moves;
  const shown = useMemo(() => ({ ...draft, slots }), [draft, slots]);
  // Five thousand sets are compared with each other behind what the hand does, not before it.
  const warnings = useWarnings(useDeferredValue(shown), festival);
  const warned = useMemo(() => new Set(warnings.keys()), [warnings]);
  const edited = useOpened(draft.slots, opened);
  return (
    <>
      <p role="status" aria-live="polite" className="sr-only">
        {moves.told}
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
          undo: () => void undo(),
          redo: () => void redo(),
          mayUndo,
          mayRedo,
        }}
      >
        <MoveConflict festival={festival} draft={draft} moves={moves} />
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

type ConflictProps = Pick<Props, 'festival' | 'draft'> & { moves: ReturnType<typeof useToldMoves> };

/** Somebody moved the same set first: what they made of it, for the reader to choose. */
function MoveConflict({ festival, draft, moves: { conflict, takeTheirs, tryAgain } }: ConflictProps) {
  const nameOf = useSetName(draft.artists);
  const describe = useSlotChanges(festival, draft);
  if (conflict === null) return null;
  const theirs = draft.slots.find(({ id }) => id === conflict.slotId);
  const seen = conflict.wanted.get(conflict.slotId)?.seen;
  return (
    <StaleNotice
      by={conflict.by}
      changes={seen && theirs ? [`${nameOf(theirs)}: ${describe(seen, theirs).join(', ')}`] : []}
      onTheirs={takeTheirs}
      onAgain={tryAgain}
    />
  );
}
