'use client';

import { Button } from '@festivals/ui/button';
import { FileDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { saveFile } from '../ticket/save-file.ts';
import { useDeed } from './use-deed.ts';

/** Saves a file of mine. A plain link would come without the header that names our face, and so without my session. */
export function PdfButton({ load, fileName, label }: { load: () => Promise<Blob>; fileName: string; label: string }) {
  const problems = useTranslations('site.problem');
  const deed = useDeed();
  const save = () => deed.run(async () => saveFile(await load(), fileName));
  return (
    <>
      <Button size="lg" onClick={save} busy={deed.busy} className="rounded-full">
        <FileDown aria-hidden="true" />
        {label}
      </Button>
      {deed.problem && (
        <p role="alert" className="text-sm text-danger-text">
          {deed.problem.message || problems('network')}
        </p>
      )}
    </>
  );
}
