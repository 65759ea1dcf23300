import { useRef, useState } from 'react';
import { View, type TextInput } from 'react-native';
import { useTranslations } from 'use-intl';
import { Button } from '../design/button.tsx';
import { Field } from '../design/field.tsx';
import { Notice } from '../design/notice.tsx';
import { Screen } from '../design/screen.tsx';
import { Soft, Title } from '../design/words.tsx';
import { useFullScreen } from '../shell/full-screen.tsx';
import { CameraReader } from './camera-reader.tsx';
import type { Gate } from './gate.ts';
import { GateStatus } from './gate-status.tsx';
import { createRepeatFilter } from './repeat-filter.ts';
import { scanTicket } from './scan-ticket.ts';
import { signalVerdict } from './signal-verdict';
import { useSync } from './sync-provider.tsx';
import { toneOf, type ScanResult } from './verdict.ts';
import { VerdictScreen } from './verdict-screen.tsx';

const REPEAT_MS = 2_500;

/** The gate: a code comes from the camera, a wedge scanner or fingers; the verdict fills the screen. */
export function Scanner({ gate }: { gate: Gate }) {
  const t = useTranslations('mobile.scanner');
  const { admitted, conflicts, quarantined, scanned } = useSync();
  const [code, setCode] = useState('');
  const [result, setResult] = useState<ScanResult | null>(null);
  const [failed, setFailed] = useState(false);
  const field = useRef<TextInput>(null);
  const busy = useRef(false);
  useFullScreen(result !== null);
  const [passes] = useState(() => createRepeatFilter(REPEAT_MS));

  const check = async (text: string) => {
    if (busy.current || !text.trim()) return;
    busy.current = true;
    setCode('');
    try {
      const verdict = await scanTicket(gate, text);
      setFailed(false);
      setResult(verdict);
      signalVerdict(toneOf(verdict));
    } catch {
      // The fact is not on disk: the screen must not turn green.
      setResult(null);
      setFailed(true);
    } finally {
      busy.current = false;
      scanned();
    }
  };
  const seen = (text: string) => {
    if (passes(text, Date.now()) && !result) void check(text);
  };
  const next = () => {
    setResult(null);
    field.current?.focus();
  };

  return (
    <View className="flex-1">
      <Screen testID="scanner">
        <Title>{gate.enrolment.festival.name}</Title>
        <GateStatus />
        <CameraReader onRead={seen} />
        <Field
          ref={field}
          label={t('code')}
          placeholder={t('codeHint')}
          value={code}
          onChangeText={setCode}
          onSubmitEditing={() => void check(code)}
          submitBehavior="submit"
          // React Native for the web knows the older name alone; a wedge scanner types on over the verdict.
          blurOnSubmit={false}
          autoCapitalize="characters"
          autoCorrect={false}
          testID="scan-code"
        />
        {failed ? <Notice tone="danger">{t('failed')}</Notice> : null}
        <Button
          label={t('check')}
          kind="quiet"
          onPress={() => void check(code)}
          disabled={!code.trim()}
          testID="scan-check"
        />
        <Soft testID="admitted-here">{t('admittedHere', { count: admitted })}</Soft>
        {conflicts > 0 ? <Notice tone="warning">{t('conflicts', { count: conflicts })}</Notice> : null}
        {quarantined > 0 ? <Notice tone="danger">{t('quarantined', { count: quarantined })}</Notice> : null}
      </Screen>
      {result ? <VerdictScreen result={result} zone={gate.enrolment.festival.zone} onNext={next} /> : null}
    </View>
  );
}
