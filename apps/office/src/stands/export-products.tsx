import { Button } from '@festivals/ui/button';
import { useToast } from '@festivals/ui/toast';
import type { Festival } from '@festivals/domain/festival/contract';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useFailureText } from '../shell/failure.tsx';

/** Hands over all products as a file that can be imported again; the list as a table for reading goes out by its own menu. */
export function ExportProducts({ festival }: { festival: Festival }) {
  const t = useTranslations('office.menu.csv');
  const say = useToast();
  const describe = useFailureText();
  const run = useMutation({
    mutationFn: () => api.stands.exportProducts({ params: { festivalId: festival.id } }),
    onSuccess: (file) => {
      const url = URL.createObjectURL(file);
      Object.assign(document.createElement('a'), { href: url, download: `${festival.slug}-products.csv` }).click();
      URL.revokeObjectURL(url);
    },
    onError: (error) => say({ tone: 'danger', title: describe(error).title }),
  });
  return (
    <Button onClick={() => run.mutate()} busy={run.isPending}>
      <Download aria-hidden="true" />
      {t('export')}
    </Button>
  );
}
