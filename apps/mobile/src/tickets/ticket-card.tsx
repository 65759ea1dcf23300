import { localised } from '@festivals/messages';
import type { MyTicket } from '@festivals/domain/ticketing/schemas';
import { useMemo } from 'react';
import { Text, View } from 'react-native';
import { useTranslations } from 'use-intl';
import { useFormatLocale, useLanguage } from '../language/use-language.ts';
import { Artwork } from './artwork';
import { festivalDates } from './festival-dates.ts';
import { themeOf } from './festival-theme.ts';

/** A ticket in the list: a souvenir with the festival's picture; the words stand on plain ground, to be read in the sun. */
export function TicketCard({ ticket }: { ticket: MyTicket }) {
  const t = useTranslations('mobile.tickets');
  const language = useLanguage();
  const locale = useFormatLocale();
  const { festival } = ticket;
  const theme = useMemo(() => themeOf(festival), [festival]);
  return (
    <View className="w-full overflow-hidden rounded-3xl border border-line bg-surface">
      <View className="h-32 justify-end">
        <Artwork theme={theme} />
      </View>
      <View className="gap-1 p-5">
        <Text className="text-2xl font-bold text-ink">{festival.name}</Text>
        <Text className="text-base text-ink-soft">{`${festivalDates(locale, festival.startsOn, festival.endsOn)} · ${festival.city}`}</Text>
        <View className="mt-3 flex-row flex-wrap items-end justify-between gap-2">
          <View className="shrink">
            <Text className="text-lg font-semibold text-ink">{localised(ticket.typeName, language)}</Text>
            <Text className="text-base text-ink-soft">{ticket.holder}</Text>
          </View>
          <Text
            className={`overflow-hidden rounded-full px-3 py-1 text-sm font-semibold ${ticket.status === 'SOLD' ? 'bg-accent-soft text-accent-text' : 'bg-warning-soft text-warning-text'}`}
          >
            {t(`status.${ticket.status}`)}
          </Text>
        </View>
      </View>
    </View>
  );
}
