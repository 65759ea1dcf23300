import { useTranslations } from 'use-intl';
import { LinkButton } from '../../design/link-button.tsx';
import { Screen } from '../../design/screen.tsx';
import { Body, Title } from '../../design/words.tsx';
import type { Enrolment } from '../../device/enrolment.ts';
import { useEnrolment } from '../../device/use-enrolment.ts';
import { Scanner } from '../../scanner/scanner.tsx';
import { useGate } from '../../scanner/use-gate.ts';

export default function ScannerScreen() {
  const enrolment = useEnrolment();
  if (enrolment === undefined) return <Screen>{null}</Screen>;
  return enrolment ? <EnrolledScanner enrolment={enrolment} /> : <NotEnrolled />;
}

function EnrolledScanner({ enrolment }: { enrolment: Enrolment }) {
  const gate = useGate(enrolment);
  if (gate === undefined) return <Screen>{null}</Screen>;
  return gate ? <Scanner gate={gate} /> : <NotEnrolled />;
}

function NotEnrolled() {
  const t = useTranslations('mobile.scanner');
  return (
    <Screen testID="scanner">
      <Title>{t('title')}</Title>
      <Body>{t('notEnrolled')}</Body>
      <LinkButton href="/enrol" label={t('enrol')} testID="to-enrol" />
    </Screen>
  );
}
