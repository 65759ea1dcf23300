import { IconButton } from '@festivals/ui/icon-button';
import { useToast } from '@festivals/ui/toast';
import type { Festival } from '@festivals/domain/festival/contract';
import type { DraftSlot, ProgrammeDraft } from '@festivals/domain/programme/contract';
import { Redo2, Undo2 } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useFailureText } from '../shell/failure.tsx';
import type { Position } from './move-set.ts';
import { newSet } from './new-set.ts';
import { SlotSheet } from './slot-sheet.tsx';
import { Timetable } from './timetable.tsx';
import { useSetName } from './use-set-name.ts';
import { useMoves } from './use-moves.ts';
import { useWarnings } from './use-warnings.ts';
import { WarningList } from './warning-list.tsx';

type Props = {
  festival: Festival;
  draft: ProgrammeDraft;
  day: string | undefined;
  onDay: (day: string) => void;
  /** The set whose sheet is open, `new` for one that is yet to be. */
  opened: string | undefined;
  onOpen: (slotId: string | undefined) => void;
};

/** Whether a key press belongs to a field or a sheet and not to the timetable. */
const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [role=dialog]') !== null;

/** The timetable for whoever may edit: moves with undo, warnings in place, and a sheet for each set. */
export function ProgrammeEditor({ festival, draft, day, onDay, opened, onOpen }: Props) {
  const t = useTranslations('office.programmeEdit');
  const format = useFormatter();
  const say = useToast();
  const failure = useFailureText();
  const [told, tell] = useState('');
  const moves = useMoves(festival, draft, {
    undone: () => tell(t('undone')),
    redone: () => tell(t('redone')),
    refused: (error) => {
      const reason = failure(error).title;
      tell(t('putBack', { reason }));
      say({ tone: 'danger', title: reason });
    },
  });
  const warnings = useWarnings(moves.shown, festival);

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || isElsewhere(event.target)) return;
    event.preventDefault();
    void (event.shiftKey ? moves.redo() : moves.undo());
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  const nameOf = useSetName(draft.artists);
  const clock = (at: string) => format.dateTime(new Date(at), 'clock', { timeZone: festival.zone });
  const move = (slot: DraftSlot, to: Position, how: { atOnce: boolean }) => {
    const stage = draft.stages.find(({ id }) => id === to.stageId)?.name ?? '';
    tell(t('moved', { name: nameOf(slot), stage, from: clock(to.startsAt), to: clock(to.endsAt) }));
    moves.move(slot.id, to, how);
  };
  const edited = draft.slots.find(({ id }) => id === opened);
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-start gap-2">
        <IconButton label={t('undo')} tone="plain" aria-disabled={!moves.mayUndo} onClick={() => void moves.undo()}>
          <Undo2 aria-hidden="true" />
        </IconButton>
        <IconButton label={t('redo')} tone="plain" aria-disabled={!moves.mayRedo} onClick={() => void moves.redo()}>
          <Redo2 aria-hidden="true" />
        </IconButton>
        <div className="min-w-0 flex-1">
          <WarningList warnings={warnings} open={onOpen} />
        </div>
      </div>
      <p role="status" aria-live="polite" className="sr-only">
        {told}
      </p>
      <Timetable
        programme={moves.shown}
        festival={festival}
        day={day}
        onDay={onDay}
        editing={{ move, open: onOpen, warned: new Set(warnings.keys()) }}
      />
      {(opened === 'new' || edited) && (
        <SlotSheet
          key={opened}
          festival={festival}
          programme={draft}
          edited={edited}
          first={newSet(draft, festival, day ?? festival.startsOn)}
          warnings={warnings.get(opened ?? '') ?? []}
          onClose={() => onOpen(undefined)}
        />
      )}
    </div>
  );
}
