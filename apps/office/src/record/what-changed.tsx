import type { Festival } from '@festivals/domain/festival/contract';
import { useTranslations } from 'use-intl';
import { useFieldWords } from './use-field-words.ts';
import { changesBetween } from './value-text.ts';

const short = (text: string) => (text.length > 160 ? `${text.slice(0, 160)}…` : text);

type Props = { festival: Pick<Festival, 'id' | 'currency' | 'zone'>; before: unknown; after: unknown };

/** What a deed changed, field by field: what it was, what it became. */
export function WhatChanged({ festival, before, after }: Props) {
  const t = useTranslations('office.record');
  const words = useFieldWords(festival);
  // What began or ended is told by what it was: that it had been nothing before says nothing.
  const between = before !== null && before !== undefined && after !== null && after !== undefined;
  return (
    <dl className="mt-1.5 grid grid-cols-[minmax(5rem,max-content)_minmax(0,1fr)] gap-x-3 gap-y-1 text-xs">
      {changesBetween(before, after)
        .filter(({ from, to }) => words.write('', from ?? to) !== t('nothing') || between)
        .map((change) => (
          <div key={`${change.field}${change.language}`} className="contents">
            <dt className="max-w-36 text-ink-faint">{words.nameOf(change)}</dt>
            <dd className="break-words text-ink-soft">
              {between || after === null || after === undefined ? (
                <del className="mr-1.5 text-ink-faint">{short(words.write(change.field, change.from))}</del>
              ) : null}
              {after === null || after === undefined ? null : (
                <ins className="text-ink no-underline">{short(words.write(change.field, change.to))}</ins>
              )}
            </dd>
          </div>
        ))}
    </dl>
  );
}
