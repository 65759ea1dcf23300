import { Button } from '@festivals/ui/button';
import { EmptyState } from '@festivals/ui/empty-state';
import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { useTranslations } from 'use-intl';

/** No such page, or none that the reader may see: we do not tell which. */
export function NotFoundPage() {
  return (
    <main>
      <NotFoundScreen />
    </main>
  );
}

/** The same inside the office, where there is a way on beside it. */
export function NotFoundScreen() {
  const t = useTranslations('office.shell');
  return (
    <div className="grid min-h-[60dvh] place-items-center">
      <title>{`${t('notFound')} · Festivals`}</title>
      <EmptyState
        icon={<Compass aria-hidden="true" />}
        title={<h1>{t('notFound')}</h1>}
        action={
          <Button asChild tone="accent">
            <Link to="/">{t('toFestivals')}</Link>
          </Button>
        }
      >
        {t('notFoundDetail')}
      </EmptyState>
    </div>
  );
}
