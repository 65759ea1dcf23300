import { maxPictureBytes } from '@festivals/domain/media/rules';
import { Button } from '@festivals/ui/button';
import { IconButton } from '@festivals/ui/icon-button';
import { ProgressRing } from '@festivals/ui/progress-ring';
import { CircleAlert, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Upload } from './use-uploads.ts';

type Props = { upload: Upload; onRetry: () => void; onDrop: () => void };

/** One file on its way: how far it is, or why it did not come in. */
export function UploadRow({ upload, onRetry, onDrop }: Props) {
  const t = useTranslations('office.media');
  const { file, share, failed } = upload;
  const isSent = share >= 1;
  return (
    <div className="flex min-h-12 items-center gap-3 px-3 py-2">
      {failed === null ? (
        <ProgressRing share={share} label={t('sending', { name: file.name })} className="size-6 shrink-0" />
      ) : (
        <CircleAlert aria-hidden="true" className="size-5 shrink-0 text-danger-text" />
      )}
      <div className="min-w-0 flex-1">
        <p className="truncate text-ui font-medium text-ink">{file.name}</p>
        <p
          role={failed === null ? undefined : 'alert'}
          className={failed === null ? 'text-xs text-ink-faint' : 'text-xs text-danger-text'}
        >
          {failed ?? (isSent ? t('preparing') : t('sent', { share }))}
        </p>
      </div>
      {failed !== null && file.size <= maxPictureBytes && (
        <Button size="sm" onClick={onRetry}>
          {t('again')}
        </Button>
      )}
      <IconButton
        size="sm"
        label={failed === null ? t('stop', { name: file.name }) : t('dismiss', { name: file.name })}
        onClick={onDrop}
      >
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}
