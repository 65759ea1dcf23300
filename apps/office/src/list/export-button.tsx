import type { Page } from '@festivals/contract';
import { Button } from '@festivals/ui/button';
import { useToast } from '@festivals/ui/toast';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFailureText } from '../shell/failure.tsx';
import { csv } from './csv.ts';

type Props<T> = {
  /** Name of the file, without its ending. */
  name: string;
  header: readonly string[];
  row: (item: T) => readonly (string | number)[];
  page: (cursor: string | undefined) => Promise<Page<T>>;
};

function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  Object.assign(document.createElement('a'), { href: url, download: `${name}.csv` }).click();
  URL.revokeObjectURL(url);
}

/** Fetches a list to its end, telling how far it is, and hands it over as CSV. */
export function ExportButton<T>({ name, header, row, page }: Props<T>) {
  const t = useTranslations('office.list');
  const say = useToast();
  const describe = useFailureText();
  const [fetched, setFetched] = useState(0);
  const run = useMutation({
    mutationFn: async () => {
      const items: T[] = [];
      let cursor: string | undefined;
      do {
        const { items: more, next } = await page(cursor);
        items.push(...more);
        setFetched(items.length);
        cursor = next ?? undefined;
      } while (cursor !== undefined);
      save(name, csv(header, items.map(row)));
      return items.length;
    },
    onSuccess: (count) => say({ title: t('exported', { count }) }),
    onError: (error) => say({ tone: 'danger', title: describe(error).title }),
    onSettled: () => setFetched(0),
  });
  return (
    <Button onClick={() => run.mutate()} disabled={run.isPending} aria-busy={run.isPending}>
      <Download aria-hidden="true" />
      {run.isPending ? t('exporting', { count: fetched }) : t('export')}
    </Button>
  );
}
