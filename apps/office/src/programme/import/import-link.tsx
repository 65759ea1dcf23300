import { Button } from '@festivals/ui/button';
import type { Festival } from '@festivals/domain/festival/contract';
import { Link } from '@tanstack/react-router';
import { Upload } from 'lucide-react';
import { useTranslations } from 'use-intl';

/** Leads to where files come in. */
export function ImportLink({ festival }: { festival: Festival }) {
  const t = useTranslations('office.importing');
  return (
    <Button asChild>
      <Link to="/f/$slug/programme/import" params={{ slug: festival.slug }} search={{}}>
        <Upload aria-hidden="true" />
        {t('open')}
      </Link>
    </Button>
  );
}
