import { Button } from '@festivals/ui/button';
import { classNames } from '@festivals/ui/class-names';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

/** A place to let a file go, with a button for those who do not drag. */
export function DropFile({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const t = useTranslations('office.importing');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) onFile(file);
      }}
      className={classNames(
        'flex flex-col items-center gap-3 rounded-xl border border-dashed px-5 py-12 text-center transition-colors',
        over ? 'border-accent bg-accent-soft' : 'border-line bg-surface',
      )}
    >
      <span className="grid size-11 place-items-center rounded-full bg-hover text-ink-soft">
        <FileUp aria-hidden="true" className="size-5" />
      </span>
      <div className="space-y-1">
        <p className="text-sm font-semibold text-ink">{t('drop')}</p>
        <p className="mx-auto max-w-md text-ui text-pretty text-ink-soft">{t('formats')}</p>
      </div>
      <input
        ref={input}
        type="file"
        aria-label={t('file')}
        className="sr-only"
        tabIndex={-1}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onFile(file);
          // The same file, corrected, can be chosen again.
          target.value = '';
        }}
      />
      <Button tone="accent" busy={busy} onClick={() => input.current?.click()}>
        {t('choose')}
      </Button>
    </div>
  );
}
