import { IconButton } from '@festivals/ui/icon-button';
import { Select } from '@festivals/ui/select';
import { Keyboard, Maximize, Redo2, Undo2, ZoomIn, ZoomOut } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { SearchInput } from '../list/search-input.tsx';
import { steps, type Step } from './move-set.ts';
import { SetFilter, type TimetableSearch } from './timetable-search.ts';
import { zooms } from './viewport.ts';

type Props = {
  search: TimetableSearch;
  onSearch: (next: TimetableSearch) => void;
  zoom: number;
  onZoom: (zoom: number) => void;
  onFit: () => void;
  /** What only an editor has. */
  editing: {
    step: Step;
    onStep: (step: Step) => void;
    mayUndo: boolean;
    mayRedo: boolean;
    undo: () => void;
    redo: () => void;
    help: () => void;
  } | null;
};

/** Above the grid: what is shown of it, how large, and in which steps it is edited. */
export function TimetableToolbar({ search, onSearch, zoom, onZoom, onFit, editing }: Props) {
  const t = useTranslations('office.timetable');
  const edit = useTranslations('office.programmeEdit');
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {editing && (
        <div className="flex gap-1">
          <IconButton label={edit('undo')} tone="plain" aria-disabled={!editing.mayUndo} onClick={editing.undo}>
            <Undo2 aria-hidden="true" />
          </IconButton>
          <IconButton label={edit('redo')} tone="plain" aria-disabled={!editing.mayRedo} onClick={editing.redo}>
            <Redo2 aria-hidden="true" />
          </IconButton>
        </div>
      )}
      <div role="group" aria-label={t('zoom')} className="flex gap-1">
        <IconButton label={t('shortcut.zoomOut')} aria-disabled={zoom === 0} onClick={() => onZoom(zoom - 1)}>
          <ZoomOut aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t('shortcut.zoomIn')}
          aria-disabled={zoom === zooms.length - 1}
          onClick={() => onZoom(zoom + 1)}
        >
          <ZoomIn aria-hidden="true" />
        </IconButton>
        <IconButton label={t('shortcut.zoomFit')} onClick={onFit}>
          <Maximize aria-hidden="true" />
        </IconButton>
      </div>
      {editing && (
        <Select
          aria-label={t('shortcut.grid')}
          className="w-auto"
          value={editing.step}
          onChange={({ target }) => editing.onStep(steps.find((step) => step === Number(target.value)) ?? 5)}
        >
          {steps.map((step) => (
            <option key={step} value={step}>
              {t('minutes', { count: step })}
            </option>
          ))}
        </Select>
      )}
      <Select
        aria-label={t('showSets')}
        className="w-auto"
        value={search.sets ?? ''}
        onChange={({ target }) => onSearch({ sets: SetFilter.safeParse(target.value).data })}
      >
        <option value="">{t('allSets')}</option>
        {SetFilter.options.map((filter) => (
          <option key={filter} value={filter}>
            {filter === 'ODD' ? t('oddSets') : edit(`status.${filter}`)}
          </option>
        ))}
      </Select>
      <SearchInput
        label={t('findStage')}
        value={search.stage ?? ''}
        onSearch={(stage) => onSearch({ stage: stage === '' ? undefined : stage })}
        className="w-40"
      />
      {editing && (
        <IconButton label={t('shortcuts')} onClick={editing.help} className="ml-auto pointer-coarse:hidden">
          <Keyboard aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
}
