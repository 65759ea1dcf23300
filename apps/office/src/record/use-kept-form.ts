import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { DefaultValues, FieldValues as FormValues, Path, PathValue, UseFormReturn } from 'react-hook-form';
import { useMe } from '../identity/me.ts';
import { dropDraft, keepDraft, readDraft, type Draft, type DraftName } from './draft-store.ts';
import { differs, merge, same, type Clash, type FieldValues } from './merge.ts';

/** The record as the server has it now; undefined for one that is yet to be. */
type Current = { id: string; version: number } | undefined;

interface Wanted<I extends FormValues, O> {
  form: UseFormReturn<I, unknown, O>;
  festivalId: string;
  /** Which form: drafts of one are not offered to another. */
  kind: string;
  record: Current;
  /** What the form would begin with now. */
  values: NoInfer<DefaultValues<I>>;
}

/** What became of a form while somebody filled it in. */
export interface KeptForm {
  /** The version to save over: the one that the form has seen, however often others saved since. */
  version: number;
  /** Changes when values were put into the form from outside: the key of fields that keep what was typed by themselves. */
  epoch: number;
  /** A draft that somebody left here earlier. */
  draft: Draft | null;
  continueDraft: () => void;
  discardDraft: () => void;
  /** Forgets what was typed: it is saved, or not wanted. */
  forget: () => void;
  /** What somebody else saved meanwhile, where it contradicts what stands here. */
  clashes: readonly Clash[];
  /** Ends the clashes: for each field, what is to stand in the form. */
  settle: (chosen: FieldValues) => void;
  /** What the record says now, by the form's fields. */
  now: FieldValues;
  /** Puts values into the form, to be looked at and saved. */
  fill: (values: FieldValues) => void;
}

interface Base {
  version: number | null;
  values: FieldValues;
}

const pauseMs = 300;

/**
 * Keeps what is typed in a form on this machine until it is saved, and the form in step with what others save: what they changed
 * elsewhere is taken over, what they changed where something was typed is asked about.
 */
export function useKeptForm<I extends FormValues, O>({
  form,
  festivalId,
  kind,
  record,
  values,
}: Wanted<I, O>): KeptForm {
  const { id: personId } = useMe();
  const id = record?.id ?? 'new';
  const name = useMemo<DraftName>(() => ({ personId, festivalId, kind, id }), [personId, festivalId, kind, id]);
  // A form's values are a record of its fields by their names.
  const now: FieldValues = values as FieldValues;
  const [base, setBase] = useState<Base>({ version: record?.version ?? null, values: now });
  const [draft, setDraft] = useState(() => found(name, now));
  const [clashes, setClashes] = useState<readonly Clash[]>([]);
  const [epoch, setEpoch] = useState(0);
  const current = useRef(base);
  useEffect(() => {
    current.current = base;
  }, [base]);

  const put = (changes: FieldValues) => {
    for (const [field, value] of Object.entries(changes)) {
      // The fields are the form's own.
      form.setValue(field as Path<I>, value as PathValue<I, Path<I>>, { shouldDirty: true, shouldValidate: false });
    }
    setEpoch((count) => count + 1);
  };
  const keep = useEffectEvent((all: FieldValues) => {
    const { version, values: began } = current.current;
    const typed = Object.fromEntries(Object.keys(began).map((field) => [field, all[field]]));
    if (differs(typed, began)) keepDraft(localStorage, name, { at: Date.now(), version, base: began, values: typed });
    else if (draft === null) dropDraft(localStorage, name);
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      keep(form.getValues());
    };
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer);
        timer = setTimeout(flush, pauseMs);
      },
    });
    addEventListener('pagehide', flush);
    return () => {
      stop();
      flush();
      removeEventListener('pagehide', flush);
    };
  }, [form]);

  const arrived = useEffectEvent((version: number) => {
    const began = current.current.values;
    const typed: FieldValues = form.getValues();
    const merged = merge(began, typed, now);
    setBase({ version, values: now });
    current.current = { version, values: now };
    // The form begins anew with what is saved; what was typed stands over it, and alone counts as typed.
    const mine = Object.keys(now).filter((field) => !same(typed[field], began[field]));
    form.reset(values as I, { keepErrors: true, keepIsSubmitted: true, keepSubmitCount: true, keepTouched: true });
    put(Object.fromEntries(mine.map((field) => [field, field in merged.taken ? merged.taken[field] : typed[field]])));
    setClashes((known) => [
      ...known.filter(({ field }) => !merged.clashes.some((clash) => clash.field === field)),
      ...merged.clashes,
    ]);
  });
  const version = record?.version;
  useEffect(() => {
    if (version !== undefined && version !== current.current.version) arrived(version);
  }, [version]);

  return {
    // While something is to be decided nothing can be saved over what somebody else saved.
    version: (base.version ?? 0) - (clashes.length > 0 ? 1 : 0),
    epoch,
    draft,
    continueDraft: () => {
      if (draft === null) return;
      setDraft(null);
      const merged = merge(draft.base, draft.values, now);
      put({ ...draft.values, ...merged.taken });
      // Of what is yet to be nobody else has saved anything: it begins otherwise now, that is all.
      setClashes(record === undefined ? [] : merged.clashes);
    },
    discardDraft: () => {
      setDraft(null);
      dropDraft(localStorage, name);
    },
    forget: () => {
      setDraft(null);
      // What is typed no longer counts: leaving the form must not keep it again.
      current.current = { ...current.current, values: form.getValues() };
      dropDraft(localStorage, name);
    },
    clashes,
    settle: (chosen) => {
      put(chosen);
      setClashes([]);
    },
    now,
    fill: put,
  };
}

/** A draft that says something else than what is there by now. */
function found(name: DraftName, now: FieldValues): Draft | null {
  const draft = readDraft(localStorage, name, Date.now());
  if (draft !== null && differs(draft.values, { ...now, ...draft.base })) return draft;
  if (draft !== null) dropDraft(localStorage, name);
  return null;
}
