import { useToast } from '@festivals/ui/toast';
import type { Festival } from '@festivals/domain/festival/contract';
import type { ImportRow } from '@festivals/domain/stands/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { ImportDialog } from '../list/import-dialog.tsx';
import { standsQuery } from './queries.ts';

/** A file of products: chosen, looked at as a dry run, then taken over as it was shown. */
export function ImportProducts({ festival }: { festival: Festival }) {
  const t = useTranslations('office.menu.csv');
  const say = useToast();
  const queryClient = useQueryClient();
  const params = { festivalId: festival.id };
  return (
    <ImportDialog
      title={t('importTitle')}
      lead={t('importLead')}
      detail={({ stand }: ImportRow) => stand}
      preview={(body) => api.stands.previewImport({ params, body })}
      apply={async (body, hash) => {
        const counts = await api.stands.applyImport({ params, query: { hash }, body });
        say({ title: t('applied', counts) });
      }}
      onSettled={() => queryClient.invalidateQueries({ queryKey: standsQuery(festival.id).queryKey })}
    />
  );
}
