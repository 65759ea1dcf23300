import { Button } from '@festivals/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@festivals/ui/dropdown-menu';
import { IconButton } from '@festivals/ui/icon-button';
import { useToast } from '@festivals/ui/toast';
import type { Festival } from '@festivals/domain/festival/contract';
import type { ListName } from '@festivals/domain/list-view';
import type { TableQuery } from '@festivals/domain/table-export';
import { useMutation } from '@tanstack/react-query';
import { Download, FileSpreadsheet, FileText } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { useFailureText } from '../shell/failure.tsx';
import { askedOf, type ListSearch } from './list-search.ts';
import { saveFile } from './save-file.ts';

type Format = z.output<typeof TableQuery>;

const formats = [
  { name: 'xlsx', format: 'xlsx', mark: true, icon: FileSpreadsheet },
  { name: 'csvForExcel', format: 'csv', mark: true, icon: FileText },
  { name: 'csvPlain', format: 'csv', mark: false, icon: FileText },
] as const;

type Props = {
  festival: Festival;
  list: ListName;
  /** How it is searched, filtered and sorted now. */
  asked: ListSearch;
  /** What the list is called, where it is one of several on its screen: then the sign alone stands for the deed. */
  label?: string;
  /** Another list of the same things, as it is searched now. */
  also?: { list: ListName; label: string };
};

/** Hands over the whole list, as it is filtered and sorted now, as a file. */
export function ExportMenu({ festival, list, asked, label, also }: Props) {
  const t = useTranslations('office.list');
  const say = useToast();
  const describe = useFailureText();
  const nameOf = (which: ListName, format: string) => `${festival.slug}-${which}.${format}`;
  const run = useMutation({
    mutationFn: async ({ which, format, mark }: Format & { which: ListName }) => {
      const params = { festivalId: festival.id, list: which };
      const { sort: _sort, descending: _descending, ...narrowed } = asked;
      const query = { ...askedOf(which === list ? asked : narrowed), format, mark };
      saveFile(await api.lists.exportList({ params, query }), nameOf(which, format));
    },
    onSuccess: (_, { which, format }) => say({ title: t('exported', { file: nameOf(which, format) }) }),
    onError: (error) => say({ tone: 'danger', title: describe(error).title }),
  });
  const items = (which: ListName) =>
    formats.map(({ name, format, mark, icon: Icon }) => (
      <DropdownMenuItem key={`${which} ${name}`} onSelect={() => run.mutate({ which, format, mark })}>
        <Icon aria-hidden="true" />
        {t(name)}
      </DropdownMenuItem>
    ));
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        {label === undefined ? (
          <Button busy={run.isPending}>
            <Download aria-hidden="true" />
            {t('export')}
          </Button>
        ) : (
          <IconButton tone="plain" label={t('exportOf', { list: label })} busy={run.isPending}>
            <Download aria-hidden="true" />
          </IconButton>
        )}
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        {also && <DropdownMenuLabel>{label}</DropdownMenuLabel>}
        {items(list)}
        {also && (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuLabel>{also.label}</DropdownMenuLabel>
            {items(also.list)}
          </>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
