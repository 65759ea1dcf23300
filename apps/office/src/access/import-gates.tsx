import type { GateImportRow } from '@festivals/domain/access/gate-contract';
import type { Festival } from '@festivals/domain/festival/contract';
import { useToast } from '@festivals/ui/toast';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { ExportFile } from '../list/export-file.tsx';
import { ImportDialog } from '../list/import-dialog.tsx';
import { gatesQuery } from './gates-query.ts';

/** A file of gates: the present ones to begin with, looked at as a dry run, then taken over as it was shown. */
export function ImportGates({ festival }: { festival: Festival }) {
  const t = useTranslations('office.gates');
  const say = useToast();
  const queryClient = useQueryClient();
  const params = { festivalId: festival.id };
  return (
    <ImportDialog
      size="sm"
      title={t('importTitle')}
      lead={t('importLead')}
      detail={({ entrance }: GateImportRow) => entrance}
      preview={(body) => api.access.previewGates({ params, body })}
      apply={async (body, hash) => {
        const counts = await api.access.importGates({ params, query: { hash }, body });
        say({ title: t('imported', counts) });
      }}
      onSettled={() => queryClient.invalidateQueries({ queryKey: gatesQuery(festival.id).queryKey })}
      template={
        <ExportFile
          size="sm"
          label={t('template')}
          name={`${festival.slug}-gates.csv`}
          read={() => api.access.exportGates({ params })}
        />
      }
    />
  );
}
