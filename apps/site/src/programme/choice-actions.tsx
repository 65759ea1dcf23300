'use client';

import { mostSets, writeChoice } from '@festivals/domain/programme/visit/choice';
import { chosenSets } from '@festivals/domain/programme/visit/favourites';
import { CalendarPlus, Check, Link2 } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { favouriteStore } from './favourite-store.ts';
import { setsOfPage } from './sets-of-page.ts';

export interface ChoiceWords {
  share: string;
  share_hint: string;
  copied: string;
  copy_this: string;
  too_many: string;
  calendar: string;
  subscribe: string;
  download: string;
  calendar_hint: string;
}

interface Props {
  festivalId: string;
  /** The address of a shared programme, with `#` for the choice. */
  shared: string;
  title: string;
  words: ChoiceWords;
}

const action =
  'inline-flex min-h-12 items-center gap-2.5 rounded-button border-2 border-edge px-5 py-2 font-semibold hover:bg-hover [&_svg]:size-5 [&_svg]:shrink-0';

/** The chosen sets of the page as a piece of an address; null for none, `too_many` where they do not fit. */
function choiceOfPage(festivalId: string): string | null {
  const chosen = [...chosenSets(favouriteStore.read(festivalId), setsOfPage())];
  if (chosen.length > mostSets) return 'too_many';
  return chosen.length === 0 ? null : writeChoice(chosen);
}

/** What can be done with one's choice: hand it on, and put it into a calendar. */
export function ChoiceActions({ festivalId, shared, title, words }: Props) {
  // The page is the same for everyone: what was chosen is known to the device alone.
  const choice = useSyncExternalStore(
    favouriteStore.listen,
    () => choiceOfPage(festivalId),
    () => null,
  );
  const [told, setTold] = useState<'copied' | 'failed' | null>(null);
  if (choice === null) return null;
  if (choice === 'too_many')
    return <p className="rounded-2xl bg-warning-soft p-4 text-warning-text">{words.too_many}</p>;

  const link = location.origin + shared.replace('#', choice);
  const feed = `/api/festivals/${festivalId}/programme/feed/chosen.ics?sets=${choice}`;
  const share = async () => {
    if ('share' in navigator && matchMedia('(pointer: coarse)').matches) {
      // Whoever closes the sheet again has not failed.
      await navigator.share({ title, url: link }).catch(() => undefined);
      return;
    }
    await navigator.clipboard.writeText(link).then(
      () => setTold('copied'),
      () => setTold('failed'),
    );
  };
  return (
    <>
      <button type="button" onClick={() => void share()} className={action}>
        {told === 'copied' ? <Check aria-hidden="true" /> : <Link2 aria-hidden="true" />}
        <span aria-live="polite">{told === 'copied' ? words.copied : words.share}</span>
      </button>
      <details className="group relative">
        <summary className={`${action} list-none`}>
          <CalendarPlus aria-hidden="true" />
          {words.calendar}
        </summary>
        <div className="absolute z-10 mt-2 w-80 max-w-[85vw] space-y-3 rounded-2xl border border-line bg-raised p-5 shadow-float max-sm:static max-sm:w-auto">
          <a href={`webcal://${location.host}${feed}`} className={`${action} w-full`}>
            {words.subscribe}
          </a>
          <a href={feed} download className={`${action} w-full`}>
            {words.download}
          </a>
          <p className="text-sm text-ink-soft">{words.calendar_hint}</p>
        </div>
      </details>
      {told === 'failed' && (
        <p className="basis-full">
          {words.copy_this}{' '}
          <a href={link} className="font-semibold break-all text-accent-text underline">
            {link}
          </a>
        </p>
      )}
      <p className="basis-full text-sm text-ink-soft">{words.share_hint}</p>
    </>
  );
}
