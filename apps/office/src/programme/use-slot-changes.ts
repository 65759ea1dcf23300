import type { Festival } from '@festivals/domain/festival/contract';
import type { DraftSlot, ProgrammeDraft } from '@festivals/domain/programme/contract';
import { useFormatter, useTranslations } from 'use-intl';
import { useSetName } from './use-set-name.ts';

/** What is different between two states of a set, a line for each. */
export function useSlotChanges(festival: Festival, programme: Pick<ProgrammeDraft, 'stages' | 'artists'>) {
  const t = useTranslations('office.programmeEdit');
  const words = useTranslations('office.timetable');
  const format = useFormatter();
  const nameOf = useSetName(programme.artists);
  const when = ({ startsAt, endsAt }: DraftSlot) =>
    `${format.dateTime(new Date(startsAt), 'weekdayClock', { timeZone: festival.zone })}–${format.dateTime(new Date(endsAt), 'clock', { timeZone: festival.zone })}`;
  const stageOf = ({ stageId }: DraftSlot) => programme.stages.find(({ id }) => id === stageId)?.name ?? '';
  const statusOf = ({ status }: DraftSlot) => t(`status.${status}`);
  const toldOf = ({ announcement }: DraftSlot) => words(`announcements.${announcement}`);
  return (before: DraftSlot, after: DraftSlot): string[] =>
    [nameOf, stageOf, when, statusOf, toldOf].flatMap((say) =>
      say(before) === say(after) ? [] : words('fromTo', { from: say(before), to: say(after) }),
    );
}
