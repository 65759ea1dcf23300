import { ApiError } from '@festivals/contract';
import { Notice } from '@festivals/ui/notice';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { FormFailure } from '../shell/failure.tsx';
import type { KeptForm } from './use-kept-form.ts';

const By = z.object({ by: z.string().nullish() });

/** Why a form was not saved. That somebody was faster is no failure: what they changed is in the form already, or asked about. */
export function SaveFailure({ error, kept }: { error: unknown; kept: KeptForm }) {
  const t = useTranslations('office.record');
  if (!(error instanceof ApiError) || error.name !== 'CONFLICT') return <FormFailure error={error} />;
  if (kept.clashes.length > 0) {
    return (
      <Notice tone="warning" live>
        {t('clash')}
      </Notice>
    );
  }
  const by = By.safeParse(error.details).data?.by ?? null;
  return (
    <Notice tone="warning" live>
      {by === null ? t('merged') : t('mergedFrom', { name: by })}
    </Notice>
  );
}
