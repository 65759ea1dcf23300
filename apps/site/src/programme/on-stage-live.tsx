'use client';

import { festivalDay } from '@festivals/domain/calendar';
import { onStage, type OnStage as Shown } from '@festivals/domain/programme/visit/on-stage';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { serverClock } from '../shell/server-clock.ts';

interface Props {
  festival: { zone: string; cutOff: number; startsOn: string; endsOn: string };
  /** Between which moments anything is asked at all. */
  near: { from: number; until: number };
  look: 'hero' | 'part';
  /** The address of the timetable, to which a day is added. */
  timetable: string;
  words: { title: string; until: string; next: string; pause: string; all: string };
}

interface LiveSet {
  id: string;
  stageId: string;
  from: number;
  to: number;
  name: string;
  stage: string;
  href: string | null;
}

const minute = 60_000;

/** The sets of a festival day, read from its own page: that is kept, so no visitor costs the API or the database a question. */
async function setsOf(address: string): Promise<LiveSet[]> {
  const answer = await fetch(address);
  if (!answer.ok) return [];
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return [...page.querySelectorAll<HTMLElement>('[data-set]:not([data-cancelled])')].map((element) => ({
    id: element.dataset['set'] ?? '',
    stageId: element.dataset['stage'] ?? '',
    from: Number(element.dataset['from']),
    to: Number(element.dataset['to']),
    name: element.querySelector('[data-name]')?.textContent ?? '',
    stage: element.querySelector('.set-stage')?.textContent ?? '',
    href: element.querySelector('[data-name] a')?.getAttribute('href') ?? null,
  }));
}

/** Who is on stage at this moment and who comes next, while the festival lasts; before and after it, nothing. */
export function OnStageLive({ festival, near: { from, until }, look: shape, timetable, words }: Props) {
  const [shown, setShown] = useState<Shown<LiveSet>[]>([]);
  const sets = useRef<LiveSet[]>([]);
  const known = useRef('');
  const { zone, cutOff, startsOn, endsOn } = festival;

  const look = useEffectEvent(async () => {
    const now = serverClock.now();
    const today = festivalDay(now, zone, cutOff);
    if (today < startsOn || today > endsOn) return setShown([]);
    // Anew every ten minutes, in which a set may have been moved or cancelled.
    const wanted = `${today} ${Math.floor(now.getTime() / (10 * minute))}`;
    if (known.current !== wanted) {
      const found = await setsOf(`${timetable}/${today}`).catch(() => null);
      if (found) [sets.current, known.current] = [found, wanted];
    }
    const stages = [...new Set(sets.current.map(({ stageId }) => stageId))];
    setShown(onStage(sets.current, stages, serverClock.now().getTime()));
  });

  useEffect(() => {
    if (Date.now() < from || Date.now() > until) return;
    // A phone's clock may be wrong.
    void serverClock.learn().then(() => look());
    const timer = setInterval(() => void look(), minute / 4);
    return () => clearInterval(timer);
  }, [from, until]);

  if (shown.length === 0) return null;
  const clock = new Intl.DateTimeFormat(document.documentElement.lang, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
  const name = (set: LiveSet) =>
    set.href === null ? (
      set.name
    ) : (
      <a href={set.href} className="underline-offset-4 hover:underline">
        {set.name}
      </a>
    );
  const is = looks[shape];
  return (
    <section aria-labelledby="on-stage" className={is.section}>
      <div className={is.inside}>
        <h2 id="on-stage" className={is.title}>
          <span aria-hidden="true" className={`on-air size-3 shrink-0 rounded-full ${is.light}`} />
          {words.title}
        </h2>
        <ul className={is.list}>
          {shown.slice(0, is.most).map(({ stageId, now, next }) => (
            <li key={stageId} className={is.item}>
              <p className={`text-sm font-semibold ${is.soft}`}>{(now ?? next)?.stage}</p>
              <p className={is.name}>{now ? name(now) : words.pause}</p>
              {now && <p className={is.soft}>{words.until.replace('#', clock.format(now.to))}</p>}
              {next && (is.tellsNext || !now) && (
                <p className={is.next}>
                  <span className={is.soft}>{words.next.replace('#', clock.format(next.from))}: </span>
                  <span className="font-semibold">{name(next)}</span>
                </p>
              )}
            </li>
          ))}
        </ul>
        <a href={timetable} className={is.all}>
          {words.all}
        </a>
      </div>
    </section>
  );
}

/** As a part of a page everything is told; on the poster, what is on. */
const looks = {
  part: {
    section: 'unprinted bg-accent-soft py-10 sm:py-14',
    inside: 'column',
    title: 'headline flex items-center gap-3 text-2xl sm:text-4xl',
    list: 'mt-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-3',
    item: 'rounded-3xl bg-surface p-5',
    name: 'mt-1 font-display text-xl font-bold wrap-break-word',
    next: 'mt-3 border-t border-line pt-3',
    soft: 'text-ink-soft',
    all: 'mt-6 inline-block py-2 font-semibold text-accent-text underline underline-offset-4',
    light: 'bg-success',
    tellsNext: true,
    most: 100,
  },
  hero: {
    section:
      'unprinted w-full max-w-4xl animate-arrive rounded-3xl bg-(--poster-land)/90 text-start text-white backdrop-blur-md',
    inside: 'p-5 sm:p-7',
    title: 'flex items-center gap-3 font-display text-xl font-bold sm:text-2xl',
    list: 'mt-4 grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3',
    item: 'border-s-3 border-white/35 ps-3.5 max-sm:nth-[n+4]:hidden',
    name: 'font-display text-lg/tight font-bold wrap-break-word sm:text-xl/tight',
    next: 'mt-0.5',
    soft: 'text-white/85',
    all: 'mt-4 inline-block py-2 font-semibold underline underline-offset-4 focus-visible:outline-white',
    light: 'bg-[#4ade80]',
    tellsNext: false,
    most: 6,
  },
} as const;
