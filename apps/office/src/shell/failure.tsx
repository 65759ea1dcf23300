import { ApiError, Unreachable } from '@festivals/contract';
import { Button } from '@festivals/ui/button';
import { ErrorState } from '@festivals/ui/error-state';
import { Notice } from '@festivals/ui/notice';
import { useTranslations } from 'use-intl';

/** Whether something on the way answered in the server's place. */
const isGateway = (error: unknown): boolean =>
  error instanceof ApiError && error.name === 'UNKNOWN' && [502, 503, 504].includes(error.status);

/** What to tell the reader of a failure: the server's own words where it answered, ours where it did not. */
export function useFailureText() {
  const t = useTranslations('office.failure');
  return (error: unknown): { title: string; detail: string; reference: string | null } => {
    if (error instanceof Unreachable || isGateway(error))
      return { title: t('unreachable'), detail: t('unreachableDetail'), reference: null };
    if (error instanceof ApiError)
      return {
        title: error.message,
        detail: t('refusedDetail'),
        reference: [error.code, error.requestId].filter(Boolean).join(' · '),
      };
    return {
      title: t('unexpected'),
      detail: t('unexpectedDetail'),
      reference: error instanceof Error ? error.message : null,
    };
  };
}

/** A failure in the place of what could not be shown. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useTranslations('office.failure');
  const { title, detail, reference } = useFailureText()(error);
  return (
    <ErrorState title={title} reference={reference} action={retry && <Button onClick={retry}>{t('retry')}</Button>}>
      {detail}
    </ErrorState>
  );
}

/** A failure of a form, above its buttons. */
export function FormFailure({ error }: { error: unknown }) {
  const describe = useFailureText();
  if (error === null || error === undefined) return null;
  const { title, detail } = describe(error);
  return (
    <Notice tone="danger" live>
      <p className="font-medium">{title}</p>
      {error instanceof ApiError ? null : <p>{detail}</p>}
    </Notice>
  );
}
