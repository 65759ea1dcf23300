import type { Festival } from '@festivals/domain/festival/contract';
import type { ProgrammeDraft } from '@festivals/domain/programme/contract';
import { useToast } from '@festivals/ui/toast';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useFailureText } from '../shell/failure.tsx';
import type { Position } from './move-set.ts';
import { useMoves } from './use-moves.ts';
import { useSetName } from './use-set-name.ts';

/**
 * Moves of which one is told: `told` is for whoever hears the screen, what was refused is shown as well.
 * @param show brings into sight where something stands again
 */
export function useToldMoves(festival: Festival, draft: ProgrammeDraft, show: (at: Position) => void) {
  const t = useTranslations('office.programmeEdit');
  const words = useTranslations('office.timetable');
  const format = useFormatter();
  const say = useToast();
  const failure = useFailureText();
  const nameOf = useSetName(draft.artists);
  const [told, tell] = useState('');
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
  const clock = (at: string) => format.dateTime(new Date(at), 'clock', { timeZone: festival.zone });
  const move: typeof moves.move = (all, how) => {
    const [first] = all;
    if (!first) return;
    const { slot, to } = first;
    const stage = draft.stages.find(({ id }) => id === to.stageId)?.name ?? '';
    tell(t('moved', { name: nameOf(slot), stage, from: clock(to.startsAt), to: clock(to.endsAt) }));
    moves.move(all, how);
  };
  return { ...moves, move, told };
}
