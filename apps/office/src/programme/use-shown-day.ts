import { datesFrom, instantOnDay } from '@festivals/domain/calendar';
import type { Festival } from '@festivals/domain/festival/contract';
import type { ProgrammeDraft } from '@festivals/domain/programme/contract';
import { useMemo } from 'react';
import { useLocale } from 'use-intl';
import { daysOf, layOutDay, type DayLayout } from './lay-out-day.ts';
import type { Calendar } from './move-set.ts';
import type { TimetableSearch } from './timetable-search.ts';

/** The hours that an editor sees even of an empty day. */
const plannable = (day: string, { zone, cutOff }: Calendar) => ({
  from: instantOnDay(day, '12:00', zone, cutOff),
  to: instantOnDay(day, '03:00', zone, cutOff),
});

type Wanted = {
  programme: ProgrammeDraft;
  festival: Festival;
  search: TimetableSearch;
  warned: ReadonlySet<string>;
  mayEdit: boolean;
};

export type ShownDay = ReturnType<typeof useShownDay>;

/** What of the programme the address asks for: the day, its sets and stages, and where each is drawn. */
export function useShownDay({ programme, festival, search, warned, mayEdit }: Wanted) {
  const locale = useLocale();
  const { zone, cutOff, startsOn, endsOn } = festival;
  const days = useMemo(() => {
    const playing = daysOf(programme.slots);
    return mayEdit ? [...new Set([...playing, ...datesFrom(startsOn, endsOn)])].toSorted() : playing;
  }, [programme.slots, mayEdit, startsOn, endsOn]);
  const day = search.day !== undefined && days.includes(search.day) ? search.day : days[0];
  const slots = useMemo(
    () =>
      search.sets === undefined
        ? programme.slots
        : programme.slots.filter(({ id, status }) => (search.sets === 'ODD' ? warned.has(id) : status === search.sets)),
    [programme.slots, search.sets, warned],
  );
  const layout = useMemo<DayLayout | null>(() => {
    if (day === undefined) return null;
    return layOutDay(slots, day, mayEdit ? plannable(day, { zone, cutOff }) : undefined);
  }, [slots, day, mayEdit, zone, cutOff]);
  const stages = useMemo(() => {
    const text = search.stage?.toLocaleLowerCase(locale);
    const playing = mayEdit ? null : new Set(layout?.sets.map(({ stageId }) => stageId));
    return programme.stages.filter(
      ({ id, name }) =>
        (playing === null || playing.has(id)) && (text === undefined || name.toLocaleLowerCase(locale).includes(text)),
    );
  }, [programme.stages, search.stage, locale, mayEdit, layout]);
  const columns = useMemo(() => new Map(stages.map(({ id }, at) => [id, at])), [stages]);
  /** The day in full; null for all days at a glance. */
  const shown = search.whole ? null : (day ?? null);
  return { days, day, shown, slots, layout, stages, columns };
}
