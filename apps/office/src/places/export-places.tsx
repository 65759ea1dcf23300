import { Button } from '@festivals/ui/button';
import { useToast } from '@festivals/ui/toast';
import type { Festival } from '@festivals/domain/festival/contract';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useFailureText } from '../shell/failure.tsx';

/** Hands over the whole map as a file that other programs open and that can be imported again. */
export function ExportPlaces({ festival }: { festival: Festival }) {
  const t = useTranslations('office.map.file');
  const say = useToast();
  const describe = useFailureText();
  const run = useMutation({
    mutationFn: () => api.places.exportPlaces({ params: { festivalId: festival.id } }),
    onSuccess: (file) => {
      const url = URL.createObjectURL(file);
      Object.assign(document.createElement('a'), { href: url, download: `${festival.slug}.geojson` }).click();
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
