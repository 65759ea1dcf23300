import { localised } from '@festivals/messages';
import { Pressable, Text, View } from 'react-native';
import Svg, { Path } from 'react-native-svg';
import { useTranslations } from 'use-intl';
import { useFormatLocale, useLanguage } from '../language/use-language.ts';
import { toneOf, wordsOf, type ScanResult, type Tone } from './verdict.ts';

const ground: Record<Tone, string> = { go: 'bg-go', stop: 'bg-stop', wait: 'bg-wait' };
const words: Record<Tone, string> = { go: 'text-black', stop: 'text-white', wait: 'text-black' };
/** A tick, a cross, a question: shapes that differ as clearly as the colours. */
const signs: Record<Tone, string> = {
  go: 'M14 52 40 78 88 24',
  stop: 'M22 22 80 80M80 22 22 80',
  wait: 'M32 36a19 19 0 1 1 28 17c-7 4-9 8-9 15M51 86v1',
};

/** The verdict over everything else: readable at arm's length, by anyone, without the words. A touch anywhere goes on. */
export function VerdictScreen({ result, zone, onNext }: { result: ScanResult; zone: string; onNext: () => void }) {
  const t = useTranslations('mobile');
  const language = useLanguage();
  const locale = useFormatLocale();
  const tone = toneOf(result);
  const { word, more } = wordsOf(result);
  const typeName = result.kind === 'closed' ? '' : localised(result.typeName, language);
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone });
  const since = result.kind === 'refused' && result.since ? time.format(new Date(result.since)) : '';
  return (
    <View
      role="alertdialog"
      aria-modal
      aria-label={t(`verdict.${word}`)}
      testID="verdict"
      className={`absolute inset-0 p-safe ${ground[tone]}`}
    >
      <View role="alert" testID={`verdict-${word}`} className="flex-1 items-center justify-center gap-6 p-6">
        <Svg width="60%" height="40%" viewBox="0 0 102 102" fill="none">
          <Path
            d={signs[tone]}
            stroke={tone === 'stop' ? '#fff' : '#000'}
            strokeWidth={15}
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </Svg>
        <Text className={`text-center text-6xl font-black ${words[tone]}`}>{t(`verdict.${word}`)}</Text>
        {typeName ? <Text className={`text-center text-3xl font-semibold ${words[tone]}`}>{typeName}</Text> : null}
        {more ? (
          <Text className={`text-center text-xl ${words[tone]}`}>{t(`verdict.${more}`, { time: since })}</Text>
        ) : null}
      </View>
      <Text aria-hidden className={`pb-8 text-center text-2xl font-semibold ${words[tone]}`}>
        {t('scanner.next')}
      </Text>
      <Pressable
        role="button"
        onPress={onNext}
        aria-label={t('scanner.next')}
        testID="verdict-next"
        className="absolute inset-0"
      />
    </View>
  );
}
