import { localised } from '@festivals/messages';
import { useLocalSearchParams } from 'expo-router';
import { Text, View } from 'react-native';
import { useTranslations } from 'use-intl';
import { Freshness } from '../../../design/freshness.tsx';
import { LinkButton } from '../../../design/link-button.tsx';
import { Notice } from '../../../design/notice.tsx';
import { Screen } from '../../../design/screen.tsx';
import { Body, Soft, Title } from '../../../design/words.tsx';
import { useFormatLocale, useLanguage } from '../../../language/use-language.ts';
import { Artwork } from '../../../tickets/artwork';
import { festivalDates } from '../../../tickets/festival-dates.ts';
import { themeOf } from '../../../tickets/festival-theme.ts';
import { QrPicture } from '../../../tickets/qr-picture.tsx';
import { useMyTickets } from '../../../tickets/use-my-tickets.ts';

export default function OneTicket() {
  const t = useTranslations('mobile.tickets');
  const language = useLanguage();
  const locale = useFormatLocale();
  const { ticketId } = useLocalSearchParams<{ ticketId: string }>();
  const { kept, failure } = useMyTickets();
  if (kept === undefined) return <Screen>{null}</Screen>;
  const ticket = kept?.value.find((one) => one.id === ticketId);
  if (!kept || !ticket) {
    return (
      <Screen>
        <Title>{t('notHereTitle')}</Title>
        <Body>{t('notHereBody')}</Body>
        <LinkButton href="/tickets" label={t('title')} />
      </Screen>
    );
  }
  const { festival } = ticket;
  // What opens no gate any more shows no code: nobody stands in a queue with it.
  const isOver = ticket.status === 'CANCELLED' || ticket.status === 'REFUNDED';
  return (
    <Screen testID="ticket">
      <View className="gap-1">
        <Title>{festival.name}</Title>
        <Soft>{`${festivalDates(locale, festival.startsOn, festival.endsOn)} · ${festival.city}`}</Soft>
      </View>
      {ticket.status === 'SOLD' ? null : <Notice tone="warning">{t(`status.${ticket.status}`)}</Notice>}
      {isOver ? null : <QrPicture text={ticket.code} label={t('qrLabel', { festival: festival.name })} />}
      <View className="h-24 overflow-hidden rounded-2xl">
        <Artwork theme={themeOf(festival)} />
      </View>
      <View className="gap-1">
        <Text className="text-xl font-semibold text-ink">{localised(ticket.typeName, language)}</Text>
        <Body>{ticket.holder}</Body>
      </View>
      {isOver ? null : (
        <View className="gap-1 rounded-2xl bg-sunken p-4">
          <Soft>{t('codeHint')}</Soft>
          <Text selectable testID="ticket-code" className="text-xs text-ink-soft">
            {ticket.code}
          </Text>
        </View>
      )}
      <Freshness at={kept.at} failure={failure} />
      <LinkButton href="/tickets" label={t('title')} quiet />
    </Screen>
  );
}
