import { Button } from '@festivals/ui/button';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@festivals/ui/dropdown-menu';
import { useToast } from '@festivals/ui/toast';
import type { TableQuery } from '@festivals/domain/table-export';
import { useMutation } from '@tanstack/react-query';
import { Download, FileSpreadsheet, FileText } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useFailureText } from '../shell/failure.tsx';

type Format = z.output<typeof TableQuery>;

const formats = [
  { name: 'xlsx', format: 'xlsx', mark: true, icon: FileSpreadsheet },
  { name: 'csvForExcel', format: 'csv', mark: true, icon: FileText },
  { name: 'csvPlain', format: 'csv', mark: false, icon: FileText },
] as const;

/** Hands over the whole list, as it is filtered and sorted now, as a file. */
export function ExportMenu({ name, file }: { name: string; file: (format: Format) => Promise<Blob> }) {
  const t = useTranslations('office.list');
  const say = useToast();
  const describe = useFailureText();
  const run = useMutation({
    mutationFn: async ({ format, mark }: Format) => {
      const url = URL.createObjectURL(await file({ format, mark }));
      Object.assign(document.createElement('a'), { href: url, download: `${name}.${format}` }).click();
      URL.revokeObjectURL(url);
    },
    onSuccess: (_, { format }) => say({ title: t('exported', { file: `${name}.${format}` }) }),
    onError: (error) => say({ tone: 'danger', title: describe(error).title }),
  });
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button busy={run.isPending}>
          <Download aria-hidden="true" />
          {t('export')}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        {formats.map(({ name: words, format, mark, icon: Icon }) => (
          <DropdownMenuItem key={words} onSelect={() => run.mutate({ format, mark })}>
            <Icon aria-hidden="true" />
            {t(words)}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
