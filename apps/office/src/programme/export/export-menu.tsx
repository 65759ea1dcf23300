import { Button } from '@festivals/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@festivals/ui/dropdown-menu';
import { useToast } from '@festivals/ui/toast';
import type { Festival } from '@festivals/domain/festival/contract';
import type { ProgrammeDraft } from '@festivals/domain/programme/contract';
import { useMutation } from '@tanstack/react-query';
import { CalendarDays, Code, Download, FileSpreadsheet, Printer, Rss } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../../api.ts';
import { saveFile } from '../../list/save-file.ts';
import { useFailureText } from '../../shell/failure.tsx';
import { RunningOrderDialog } from './running-order-dialog.tsx';
import { SubscribeDialog } from './subscribe-dialog.tsx';

const formats = [
  { key: 'xlsx', sign: FileSpreadsheet, route: 'exportProgrammeXlsx', file: 'programme.xlsx' },
  { key: 'csv', sign: FileSpreadsheet, route: 'exportProgrammeCsv', file: 'programme.csv' },
  { key: 'ics', sign: CalendarDays, route: 'exportProgrammeIcs', file: 'programme.ics' },
  { key: 'xml', sign: Code, route: 'exportProgrammeXml', file: 'schedule.xml' },
  { key: 'json', sign: Code, route: 'exportProgrammeJson', file: 'schedule.json' },
] as const;
type Format = (typeof formats)[number];

/** Hands over the whole programme, in the format that somebody's tool reads. */
export function ExportMenu({
  festival,
  programme,
  day,
  mayEdit,
}: {
  festival: Festival;
  programme: ProgrammeDraft;
  day: string | undefined;
  mayEdit: boolean;
}) {
  const t = useTranslations('office.exchange');
  const say = useToast();
  const describe = useFailureText();
  const [subscribing, setSubscribing] = useState(false);
  const [printing, setPrinting] = useState(false);
  const run = useMutation({
    mutationFn: async (format: Format) => ({
      format,
      file: await api.programme[format.route]({ params: { festivalId: festival.id } }),
    }),
    onSuccess: ({ format, file }) => saveFile(file, `${festival.slug}-${format.file}`),
    onError: (error) => say({ tone: 'danger', title: describe(error).title }),
  });
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button busy={run.isPending}>
            <Download aria-hidden="true" />
            {t('export')}
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          <DropdownMenuLabel>{t('exportLabel')}</DropdownMenuLabel>
          {formats.map((format) => (
            <DropdownMenuItem key={format.key} onSelect={() => run.mutate(format)}>
              <format.sign aria-hidden="true" />
              {t(`format.${format.key}`)}
            </DropdownMenuItem>
          ))}
          <DropdownMenuSeparator />
          <DropdownMenuItem onSelect={() => setPrinting(true)}>
            <Printer aria-hidden="true" />
            {t('print.menu')}
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setSubscribing(true)}>
            <Rss aria-hidden="true" />
            {t('subscribe')}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {printing && (
        <RunningOrderDialog festival={festival} programme={programme} day={day} onClose={() => setPrinting(false)} />
      )}
      {subscribing && <SubscribeDialog festival={festival} mayEdit={mayEdit} onClose={() => setSubscribing(false)} />}
    </>
  );
}
