'use client';

import {
  asksAnything,
  filterOf,
  lineUpFilters,
  lineUpFits,
  type Listed,
  type LineUpFilter as Filter,
} from '@festivals/domain/programme/visit/filter-line-up';
import { plainLetters } from '@festivals/domain/programme/visit/find-name';
import { Search } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';

interface Choice {
  value: string;
  label: string;
}

export interface FilterWords {
  search: string;
  day: string;
  stage: string;
  genre: string;
  any_day: string;
  any_stage: string;
  any_genre: string;
  find: string;
  everyone: string;
  nobody: string;
  /** That a day and a stage leave out whoever has no time yet; '' where all have. */
  untimed: string;
  /** How many of all are shown, with `#` for how many. */
  shown: string;
}

interface Props {
  /** Where the form leads without script. */
  action: string;
  /** Where everybody is shown. */
  everyone: string;
  choices: { days: Choice[]; stages: Choice[]; genres: Choice[] };
  words: FilterWords;
  shown: number;
  children: ReactNode;
}

/** An artist of the page, read from it once. */
interface Entry extends Listed {
  element: HTMLElement;
}

const parts = (text: string | undefined) => (text ? text.split('|') : []);

const read = (): Entry[] =>
  [...document.querySelectorAll<HTMLElement>('[data-line-up] [data-sets]')].map((element) => ({
    element,
    plain: plainLetters(element.querySelector('[data-name]')?.textContent ?? ''),
    genres: parts(element.dataset['genres']),
    sets: parts(element.dataset['sets']).map((set) => {
      const [day = '', stage = ''] = set.split(' ');
      return { day, stage };
    }),
  }));

/** What a form asks for. */
function asked(form: HTMLFormElement | null): Filter {
  const data = new FormData(form ?? undefined);
  return filterOf((name) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : null;
  });
}

/** Search and filters. They work on the names that are in the page; without script the form asks for another page. */
export function LineUpFilter({ action, everyone, choices, words, shown, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const output = useRef<HTMLOutputElement>(null);
  const entries = useRef<Entry[]>(null);

  const apply = () => {
    if (!form.current) return;
    const filter = asked(form.current);
    entries.current ??= read();
    const fits = lineUpFits(filter);
    let count = 0;
    for (const entry of entries.current) {
      const isShown = fits(entry);
      if (isShown) count += 1;
      if (entry.element.hidden === isShown) entry.element.hidden = !isShown;
    }
    if (output.current) output.current.textContent = words.shown.replace('#', String(count));
    document.querySelector<HTMLElement>('[data-line-up]')?.toggleAttribute('data-nobody', count === 0);
    remember(filter);
  };

  const begin = useEffectEvent(() => {
    const query = new URLSearchParams(location.search);
    for (const name of lineUpFilters) {
      const field = form.current?.elements.namedItem(name);
      const value = query.get(name);
      if (value !== null && (field instanceof HTMLInputElement || field instanceof HTMLSelectElement))
        field.value = value;
    }
    // Also what was asked before the script was there.
    if (lineUpFilters.some((name) => query.has(name)) || asksAnything(asked(form.current))) apply();
  });
  // Once: from then on the form is what is asked.
  useEffect(() => begin(), []);

  const select = (name: 'day' | 'stage' | 'genre', any: string, options: Choice[]) => (
    <label className="line-up-field">
      <span className="sr-only">{words[name]}</span>
      <select name={name} defaultValue="" aria-label={words[name]}>
        <option value="">{any}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );

  return (
    <form
      ref={form}
      method="get"
      action={action}
      role="search"
      className="line-up-bar unprinted"
      onInput={apply}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
      onReset={() => setTimeout(apply)}
    >
      {children}
      <label className="line-up-field line-up-search">
        <Search aria-hidden="true" className="size-5" />
        <span className="sr-only">{words.search}</span>
        <input
          type="search"
          name="q"
          defaultValue=""
          placeholder={words.search}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
        />
      </label>
      {choices.days.length > 0 && select('day', words.any_day, choices.days)}
      {choices.stages.length > 0 && select('stage', words.any_stage, choices.stages)}
      {choices.genres.length > 1 && select('genre', words.any_genre, choices.genres)}
      <noscript>
        <button type="submit" className="line-up-find">
          {words.find}
        </button>
      </noscript>
      {/* A question that came without script is answered in the page itself, with another number than the list's. */}
      <output ref={output} className="line-up-count" data-shown={words.shown} suppressHydrationWarning>
        {words.shown.replace('#', String(shown))}
      </output>
      {words.untimed !== '' && <p className="line-up-untimed">{words.untimed}</p>}
      <p className="line-up-nobody">
        {words.nobody}{' '}
        <a
          href={everyone}
          className="line-up-everyone"
          onClick={(event) => {
            event.preventDefault();
            form.current?.reset();
          }}
        >
          {words.everyone}
        </a>
      </p>
    </form>
  );
}

/** Keeps what is asked in the address, and in those of the other views. */
function remember(filter: Filter) {
  const query = new URLSearchParams();
  for (const name of lineUpFilters) if (filter[name].trim() !== '') query.set(name, filter[name]);
  const search = asksAnything(filter) ? `?${query}` : '';
  history.replaceState(history.state, '', location.pathname + search + location.hash);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-line-up-view]')) link.search = search;
}
