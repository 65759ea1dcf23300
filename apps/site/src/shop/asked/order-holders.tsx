'use client';

import type { OrderAsked } from '@festivals/domain/ticketing/asked/contract';
import type { AskedProblem } from '@festivals/domain/ticketing/asked/judge-asked';
import { judgeChanges, type HolderToChange } from '@festivals/domain/ticketing/asked/judge-changes';
import type { Answer } from '@festivals/domain/ticketing/asked/schemas';
import type { Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Notice } from '@festivals/ui/notice';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef, useState, type FormEvent } from 'react';
import { sayInstant } from '../../festival/say-dates.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import type { Problem } from '../say-problem.ts';
import { focusFirstFault } from './focus-first-fault.ts';
import { HolderFields } from './holder-fields.tsx';
import { HolderList } from './holder-list.tsx';
import { changesOf, isOutstanding, laterOfOrder, typedOf, type Typing } from './changes.ts';

export interface HolderChanges {
  version: number;
  holders: HolderToChange[];
  answers?: Answer[];
}

interface Props {
  load: () => Promise<OrderAsked>;
  save: (changes: HolderChanges) => Promise<OrderAsked>;
  problemOf: (error: unknown) => Problem;
  onKnown?: (asked: OrderAsked) => void;
  language: Language;
  fallbacks: readonly Language[];
  /** Shown though nothing was asked and nothing can be changed: who comes. */
  always?: boolean;
}

/** Who comes with an order, and what is still asked of its buyer; both can be changed until the festival's deadline. */
export function OrderHolders({ load, save, problemOf, onKnown, language, fallbacks, always = false }: Props) {
  const t = useTranslations('site.asked');
  const form = useRef<HTMLFormElement>(null);
  const [known, setKnown] = useState<OrderAsked | null>(null);
  const [typing, setTyping] = useState<Typing | null>(null);
  const [problems, setProblems] = useState<readonly AskedProblem[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [state, setState] = useState<'idle' | 'busy' | 'saved'>('idle');
  const learn = (asked: OrderAsked) => {
    setKnown(asked);
    onKnown?.(asked);
  };
  const begin = useEffectEvent(() => {
    load().then(learn, (error: unknown) => setProblem(problemOf(error)));
  });
  useEffect(() => begin(), []);
  useEffect(() => {
    if (problems.length > 0) focusFirstFault(form.current);
  }, [problems]);
  if (!known) return problem && <ProblemNotice problem={problem} />;
  const when = known.changesUntil === null ? '' : sayInstant(known.changesUntil, known.zone, language);
  const told = known.holders.some(({ minor, answers }) => minor || answers.length > 0) || known.answers.length > 0;
  // An order without tickets has nobody who comes, and may be asked nothing either.
  const asks = known.holders.length > 0 || laterOfOrder(known, typedOf(known).ofOrder).length > 0;
  if ((known.changesUntil === null || !asks) && !told && !always) return null;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!typing) return;
    const changes = changesOf(known, typing);
    if (changes.holders.length === 0 && changes.answers === undefined) return setTyping(null);
    const { asked: rules, holders, answers: kept, startsOn, today } = known;
    const judged = judgeChanges({
      rules,
      holders,
      kept,
      buyer: '',
      startsOn,
      today,
      changes: changes.holders,
      answers: changes.answers,
    });
    setProblems(judged.ok ? [] : judged.problems);
    setProblem(null);
    if (!judged.ok) return;
    setState('busy');
    try {
      learn(await save({ version: known.version, ...changes }));
      setTyping(null);
      setState('saved');
    } catch (error) {
      const found = problemOf(error);
      setProblem(found);
      setProblems(found.answers ?? []);
      setState('idle');
      // Somebody else was faster, or the time is up: what is typed stays, on top of what is known now.
      if (found.kind === 'answer') load().then(learn, () => undefined);
    }
  };
  return (
    <section
      aria-labelledby="holders"
      className="unprinted max-w-3xl space-y-5 rounded-3xl border border-line bg-surface p-6"
    >
      <h2 id="holders" className="headline text-2xl">
        {t('title')}
      </h2>
      {known.open && isOutstanding(known) && !typing && <Notice tone="warning">{t('todo', { when })}</Notice>}
      {state === 'saved' && !typing && (
        <Notice tone="success" live>
          {t('saved')}
        </Notice>
      )}
      {problem && !problem.answers && <ProblemNotice problem={problem} />}
      {typing ? (
        <form ref={form} noValidate onSubmit={(event) => void send(event)} className="space-y-4">
          {problems.length > 0 && (
            <Notice tone="danger" live>
              {t('look_again')}
            </Notice>
          )}
          <HolderFields {...{ known, typing, problems, language, fallbacks }} onTyping={setTyping} />
          <div className="flex flex-wrap gap-3">
            <Button
              type="submit"
              tone="accent"
              size="xl"
              busy={state === 'busy'}
              className="rounded-button max-sm:w-full"
            >
              {t('save')}
            </Button>
            <Button
              tone="quiet"
              size="xl"
              className="rounded-button max-sm:w-full"
              onClick={() => {
                setTyping(null);
                setProblems([]);
                setProblem(null);
              }}
            >
              {t('cancel')}
            </Button>
          </div>
        </form>
      ) : (
        <>
          <HolderList {...{ known, language, fallbacks }} />
          {known.changesUntil !== null && (
            <p className="text-ink-soft">{known.open ? t('until', { when }) : t('over', { when })}</p>
          )}
          {known.open && (known.holders.length === 0 || known.holders.some(({ alive }) => alive)) && (
            <Button
              size="xl"
              className="rounded-button max-sm:w-full"
              onClick={() => {
                setState('idle');
                setTyping(typedOf(known));
              }}
            >
              {t('change')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
