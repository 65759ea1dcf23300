'use client';

import { clashes } from '@festivals/domain/programme/visit/clashes';
import { useEffect, useEffectEvent } from 'react';
import { serverClock } from '../shell/server-clock.ts';
import { glideBoard } from './glide-board.ts';

interface Props {
  zone: string;
  /** `Clashes with #`. */
  clash: string;
  /** `In brackets: your own time (#).` */
  yours: string;
}

interface Shown {
  element: HTMLElement;
  id: string;
  stageId: string;
  from: number;
  to: number;
  name: string;
}

const shownSets = (selector: string): Shown[] =>
  [...document.querySelectorAll<HTMLElement>(selector)].map((element) => ({
    element,
    id: element.dataset['set'] ?? '',
    stageId: element.dataset['stage'] ?? '',
    from: Number(element.dataset['from']),
    to: Number(element.dataset['to']),
    name: element.querySelector('[data-name]')?.textContent ?? '',
  }));

/** Beside each favourite, which other it is on at the same time as. */
function sayClashes(sentence: string) {
  const chosen = shownSets('[data-set][data-chosen]:not([data-cancelled])');
  const found = clashes(chosen);
  const names = new Map(chosen.map(({ id, name }) => [id, name]));
  for (const place of document.querySelectorAll<HTMLElement>('[data-set] [data-clash]')) {
    const others = found.get(place.closest<HTMLElement>('[data-set]')?.dataset['set'] ?? '') ?? [];
    const text = others.length === 0 ? '' : sentence.replace('#', others.map((id) => names.get(id)).join(', '));
    if (place.textContent !== text) place.textContent = text;
  }
}

/** The line for now, and what is on. */
function showNow(now: number) {
  for (const line of document.querySelectorAll<HTMLElement>('[data-now]')) {
    const [begins, until] = [Number(line.dataset['now']), Number(line.dataset['until'])];
    line.hidden = now < begins || now > until;
    line.style.setProperty('--from', String((now - begins) / 60_000));
  }
  for (const { element, from, to } of shownSets('[data-set]:not([data-cancelled])'))
    element.toggleAttribute('data-on', from <= now && now < to);
}

/** Brings the day that is shown into the sight of a narrow screen, where many come before it. */
function showDay() {
  const day = document.querySelector<HTMLElement>('.days [aria-current]');
  const strip = day?.closest<HTMLElement>('.days');
  if (!day || !strip) return;
  const [its, all] = [day.getBoundingClientRect(), strip.getBoundingClientRect()];
  if (its.left < all.left || its.right > all.right)
    strip.scrollBy({ left: its.left + its.width / 2 - all.left - all.width / 2, behavior: 'instant' });
}

/** The visitor's own hours beside the festival's, where their clocks differ. */
function showYours(zone: string, sentence: string) {
  const places = [...document.querySelectorAll<HTMLElement>('[data-yours]')];
  const first = Number(places[0]?.dataset['yours']);
  if (!Number.isFinite(first)) return;
  const locale = document.documentElement.lang;
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const here = new Intl.DateTimeFormat(locale, options);
  const there = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  if (here.format(first) === there.format(first)) return;
  for (const place of places) place.textContent = ` (${here.format(Number(place.dataset['yours']))})`;
  const named = new Intl.DateTimeFormat(locale, { timeZoneName: 'long' })
    .formatToParts(first)
    .find(({ type }) => type === 'timeZoneName')?.value;
  for (const note of document.querySelectorAll<HTMLElement>('[data-yours-note]'))
    note.textContent = sentence.replace('#', named ?? here.resolvedOptions().timeZone);
}

/** What moves on a timetable: the line for now, the visitor's own hours, and which favourites clash. */
export function TimetableLife({ zone, clash, yours }: Props) {
  const arrive = useEffectEvent(() => {
    showDay();
    showYours(zone, yours);
    const bounds = shownSets('[data-set]').flatMap(({ from, to }) => [from, to]);
    const [first, last] = [Math.min(...bounds), Math.max(...bounds)];
    const isNear = Math.abs(Date.now() - Math.min(Math.max(Date.now(), first), last)) < 86_400_000;
    const tick = () => showNow(serverClock.now().getTime());
    tick();
    // A phone's clock may be wrong; the site's own is asked once, and only while it matters.
    if (isNear) void serverClock.learn().then(tick).then(lookAtNow);
  });
  const painted = useEffectEvent(() => sayClashes(clash));
  useEffect(() => {
    const hear = () => painted();
    // Words are added to what has come to life already: a part of the page may still be waiting for its turn.
    const begun = whenIdle(() => {
      glideBoard(begun.signal);
      arrive();
      painted();
    });
    addEventListener('favourites-painted', hear);
    const timer = setInterval(() => showNow(serverClock.now().getTime()), 15_000);
    return () => {
      begun.abort();
      removeEventListener('favourites-painted', hear);
      clearInterval(timer);
    };
  }, []);
  return null;
}

/** Does it when the browser has nothing else to do, or soon; not at all once it was called off. */
function whenIdle(work: () => void): AbortController {
  const controller = new AbortController();
  const begin = () => controller.signal.aborted || work();
  // Safari knows no idle moments.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(begin, { timeout: 1000 });
  else setTimeout(begin, 200);
  return controller;
}

/** Brings what is on into sight: in the board where it scrolls by itself, else in the page, unless its reader has begun to look around. */
function lookAtNow() {
  const line = document.querySelector<HTMLElement>('[data-now]:not([hidden])');
  const board = line?.closest<HTMLElement>('.board');
  if (!line || !board || location.hash !== '') return;
  if (board.scrollHeight > board.clientHeight) board.scrollTop = Math.max(0, line.offsetTop - board.clientHeight / 3);
  else if (line.offsetParent !== null && scrollY === 0) line.scrollIntoView({ block: 'center', behavior: 'instant' });
}
