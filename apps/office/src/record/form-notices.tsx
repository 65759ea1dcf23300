import { Button } from '@festivals/ui/button';
import type { Festival } from '@festivals/domain/festival/contract';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { DraftNotice } from './draft-notice.tsx';
import type { Clash } from './merge.ts';
import { useFieldWords } from './use-field-words.ts';
import type { KeptForm } from './use-kept-form.ts';

type Told = Pick<KeptForm, 'draft' | 'continueDraft' | 'discardDraft' | 'clashes' | 'settle'>;

/** What a form has to tell before one goes on: a draft that waits, and what somebody else saved meanwhile. */
export function FormNotices({ kept, festival }: { kept: Told; festival: Festival }) {
  return (
    <>
      <DraftNotice kept={kept} />
      {kept.clashes.length > 0 && <Clashes clashes={kept.clashes} festival={festival} onSettle={kept.settle} />}
    </>
  );
}

type ClashesProps = { clashes: readonly Clash[]; festival: Festival; onSettle: KeptForm['settle'] };

/** Both values of each field that two people changed; mine stands until theirs is taken. */
function Clashes({ clashes, festival, onSettle }: ClashesProps) {
  const t = useTranslations('office.record');
  const id = useId();
  const words = useFieldWords(festival);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const choose = (field: string, theirs: boolean) =>
    setTaken((now) => new Set(theirs ? [...now, field] : [...now].filter((one) => one !== field)));
  const settle = () =>
    onSettle(Object.fromEntries(clashes.map(({ field, mine, theirs }) => [field, taken.has(field) ? theirs : mine])));
  return (
    <section
      role="alert"
      aria-labelledby={id}
      className="space-y-4 rounded-lg border border-warning/40 bg-warning-soft/40 p-4 text-ui"
    >
      <div className="space-y-1">
        <h3 id={id} className="font-semibold text-ink">
          {t('clash')}
        </h3>
        <p className="text-pretty text-ink-soft">{t('clashLead')}</p>
      </div>
      {clashes.map(({ field, mine, theirs }) => (
        <fieldset key={field} className="space-y-1.5">
          <legend className="mb-1.5 font-medium text-ink">{words.nameOf({ field, language: null })}</legend>
          {[false, true].map((isTheirs) => (
            <label
              key={String(isTheirs)}
              className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 rounded-md border border-line bg-surface px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name={`${id}${field}`}
                checked={taken.has(field) === isTheirs}
                onChange={() => choose(field, isTheirs)}
                className="mt-0.5 size-4 accent-accent"
              />
              <span className="text-xs text-ink-soft">{t(isTheirs ? 'theirs' : 'mine')}</span>
              <span className="col-start-2 break-words text-ink">{words.write(field, isTheirs ? theirs : mine)}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <Button onClick={settle}>{t('settle')}</Button>
    </section>
  );
}
