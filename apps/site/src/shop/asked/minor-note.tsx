'use client';

import type { HolderKnown } from '@festivals/domain/ticketing/asked/schemas';
import { useTranslations } from 'next-intl';

/** On a minor's ticket: who answers for them, for whoever stands at the gate. */
export function MinorNote({ holder }: { holder: HolderKnown | undefined }) {
  const t = useTranslations('site.asked');
  if (!holder?.minor) return null;
  const { guardian } = holder;
  return (
    <p className="rounded-xl bg-warning-soft px-4 py-2 text-sm font-semibold text-warning-text">
      {guardian ? t('minor_with', { name: guardian.name, phone: guardian.phone }) : t('minor')}
    </p>
  );
}
