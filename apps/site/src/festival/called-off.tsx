import { getTranslations } from 'next-intl/server';
import type { Seen } from './seen.ts';

/** Says on each page of a festival that it does not take place: whoever looks up a set or the way need not come by its first page. */
export async function CalledOff({ festival, language }: Seen) {
  if (festival.status !== 'CANCELLED') return null;
  const t = await getTranslations({ locale: language, namespace: 'site.festival' });
  return (
    <p className="bg-danger-soft py-3.5 text-danger-text">
      <strong className="column block text-lg font-bold">{t('cancelled')}</strong>
    </p>
  );
}
