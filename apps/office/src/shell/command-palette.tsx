import type { Found } from '@festivals/domain/search/contract';
import { BareDialog } from '@festivals/ui/bare-dialog';
import { Spinner } from '@festivals/ui/spinner';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMe } from '../identity/me.ts';
import { fits, isNear } from '../search/fold.ts';
import { foundLink } from '../search/found-link.ts';
import { searchQuery } from '../search/queries.ts';
import { recentOf, rememberOpened } from '../search/recent.ts';
import { useSettled } from '../search/use-settled.ts';
import { useCurrentFestival } from './current-festival.ts';
import { FoundGroups, inOrder } from './found-groups.tsx';
import { usePaletteEntries, type PaletteEntry } from './palette-entries.tsx';
import { PaletteGroup, PaletteItem } from './palette-item.tsx';

/** Ctrl-K: find anything, go anywhere, do anything, without a mouse. */
export function CommandPalette({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('office.palette');
  const [selected, select] = useState('');
  // What was chosen happens once the palette is gone: a screen or a sheet that opens has the keyboard to itself.
  const chosen = useRef<(() => void) | null>(null);
  const happen = () => {
    chosen.current?.();
    chosen.current = null;
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      onOpenChange(!open);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [open, onOpenChange]);

  return (
    <BareDialog
      open={open}
      onOpenChange={onOpenChange}
      label={t('label')}
      onClosed={happen}
      className="inset-x-3 top-[10dvh] mx-auto max-w-xl"
    >
      <Command label={t('label')} shouldFilter={false} loop value={selected} onValueChange={select}>
        <Palette
          selected={selected}
          onSelect={select}
          onChoose={(deed) => {
            chosen.current = deed;
            onOpenChange(false);
          }}
        />
      </Command>
    </BareDialog>
  );
}

const keyOf = ({ group, label }: PaletteEntry) => `${group} ${label}`;

/** Entries by their groups, in the order of the first of each. */
function Entries({ entries, onRun }: { entries: readonly PaletteEntry[]; onRun: (entry: PaletteEntry) => void }) {
  return [...Map.groupBy(entries, ({ group }) => group)].map(([group, those]) => (
    <PaletteGroup key={group} heading={group}>
      {those.map((entry) => (
        <PaletteItem key={keyOf(entry)} icon={entry.icon} value={keyOf(entry)} onSelect={() => onRun(entry)}>
          {entry.label}
        </PaletteItem>
      ))}
    </PaletteGroup>
  ));
}

type PaletteProps = { selected: string; onSelect: (value: string) => void; onChoose: (deed: () => void) => void };

function Palette({ selected, onSelect, onChoose }: PaletteProps) {
  const t = useTranslations('office.palette');
  const s = useTranslations('office.search');
  const navigate = useNavigate();
  const { id: myId } = useMe();
  const festival = useCurrentFestival();
  const entries = usePaletteEntries();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const sought = useSettled(wanted, 120);
  const search = useQuery(searchQuery(festival?.id ?? null, sought));
  const searching = wanted !== '' && (search.isFetching || sought !== wanted);

  // A screen whose name begins like this comes first, then what the server found, then whatever else has the word in it.
  const near = entries.filter(({ label }) => isNear(fits(label, wanted)));
  const others = entries.filter((entry) => !near.includes(entry) && fits(`${entry.label} ${entry.also}`, wanted) > 0);
  const found = wanted === '' ? recentOf(myId) : inOrder(search.data ?? []);
  const nothing = found.length === 0 && near.length === 0 && others.length === 0;
  const first = wanted === '' || near.length === 0 ? (found[0]?.id ?? null) : null;
  const [firstEntry] = near.length > 0 ? near : others;
  const best = first ?? (firstEntry === undefined ? '' : keyOf(firstEntry));
  useEffect(() => onSelect(best), [best, wanted, onSelect]);

  // Who types faster than the answer comes means what they typed, not what was found for its beginning.
  const [awaits, setAwaits] = useState('');
  const choosesStale = searching && near.length === 0 && selected === best;
  const run = (entry: PaletteEntry) => onChoose(entry.run);
  const openFound = (one: Found) => {
    rememberOpened(myId, one);
    onChoose(() => void navigate(foundLink(one)));
  };
  const take = useEffectEvent(() => {
    const [one] = found;
    if (one !== undefined) openFound(one);
    else if (firstEntry !== undefined) run(firstEntry);
  });
  useEffect(() => {
    if (awaits === '' || searching) return;
    setAwaits('');
    if (awaits === wanted) take();
  }, [awaits, searching, wanted]);
  const groups = (
    <FoundGroups
      found={found}
      slug={festival?.slug ?? null}
      {...(wanted === '' ? { heading: s('recent') } : {})}
      onOpen={openFound}
    />
  );
  return (
    <>
      <div className="flex items-center border-b border-line pr-4">
        <Command.Input
          value={typed}
          onValueChange={setTyped}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || !choosesStale) return;
            event.preventDefault();
            setAwaits(wanted);
          }}
          maxLength={100}
          placeholder={t('placeholder')}
          className="h-12 min-w-0 flex-1 bg-transparent px-4 text-base text-ink outline-none placeholder:text-ink-faint"
        />
        {searching && <Spinner label={s('searching')} className="text-ink-faint" />}
      </div>
      <Command.List className="max-h-[min(26rem,64dvh)] scroll-py-2 overflow-y-auto p-1.5">
        {nothing && (
          <p role="status" className="px-4 py-8 text-center text-ui text-ink-soft">
            {searching ? s('searching') : t('nothing')}
          </p>
        )}
        {search.isError && wanted !== '' && (
          <p role="status" className="px-2.5 pt-2 text-xs text-ink-soft">
            {s('failed')}
          </p>
        )}
        {wanted === '' && groups}
        <Entries entries={near} onRun={run} />
        {wanted !== '' && groups}
        <Entries entries={others} onRun={run} />
      </Command.List>
    </>
  );
}
