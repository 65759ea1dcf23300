import { useTranslations } from 'use-intl';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { Body, Soft } from '../design/words.tsx';
import { useFormatLocale } from '../language/use-language.ts';
import { useSync } from '../scanner/sync-provider.tsx';
import { checkCertificate, type Enrolment } from './enrolment.ts';
import { useLeave } from './use-enrolment.ts';

/** What this device is to its festival, and the way out: only once nothing waits to be sent. */
export function DeviceCard({ enrolment }: { enrolment: Enrolment }) {
  const t = useTranslations('mobile.device');
  const locale = useFormatLocale();
  const { waiting } = useSync();
  const leave = useLeave();
  const verdict = checkCertificate(enrolment, new Date());
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: enrolment.festival.zone });
  return (
    <>
      {enrolment.revokedAt !== null || !verdict.ok ? (
        <Notice tone="danger">{t('revoked')}</Notice>
      ) : (
        <Body>
          {t('enrolled', { festival: enrolment.festival.name, until: day.format(verdict.certificate.notAfter) })}
        </Body>
      )}
      {waiting > 0 && enrolment.revokedAt === null ? <Soft>{t('waiting')}</Soft> : null}
      <Button
        kind="quiet"
        label={t('leave')}
        onPress={() => leave.mutate()}
        busy={leave.isPending}
        disabled={waiting > 0 && enrolment.revokedAt === null}
        testID="leave-device"
      />
    </>
  );
}
