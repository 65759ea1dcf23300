import type { Programme } from '@festivals/domain/programme/contract';
import { waitingArtists } from '@festivals/domain/programme/visit/waiting-artists';
import { useState } from 'react';
import { Text, View } from 'react-native';
import { useTranslations } from 'use-intl';
import { Choice } from '../design/choice.tsx';
import { Freshness } from '../design/freshness.tsx';
import { Notice } from '../design/notice.tsx';
import { Body, Heading, Soft } from '../design/words.tsx';
import { useFormatLocale } from '../language/use-language.ts';
import { daysOf, dayToOpen, setsOfDay, type SetOnStage } from './sets-of-day.ts';
import { useProgramme, type FestivalChoice } from './use-programme.ts';

/** A festival's line-up, one day at a time, readable without network once it was seen. */
export function LineUp({ festival }: { festival: FestivalChoice }) {
  const t = useTranslations('mobile.lineUp');
  const locale = useFormatLocale();
  const { kept, failure } = useProgramme(festival.id);
  const [chosen, choose] = useState<string | null>(null);
  if (kept === undefined) return null;
  if (kept === null) return failure ? <Notice tone="warning">{t('neverFetched')}</Notice> : null;
  const days = daysOf(kept.value);
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: festival.zone }).format(new Date());
  const day = chosen ?? dayToOpen(days, today);
  // Nobody waits any more for a time that never came.
  const isOver = days.length > 0 && days.every((one) => one < today);
  const waiting = isOver ? [] : waitingArtists(kept.value);
  if (!day)
    return (
      <View className="gap-5">
        {waiting.length === 0 ? <Body>{t('none')}</Body> : <Waiting artists={waiting} />}
        <Freshness at={kept.at} failure={failure} />
      </View>
    );
  const dayName = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return (
    <View className="gap-5">
      <Choice
        label={t('day')}
        value={day}
        onChoose={choose}
        options={days.map((value) => ({ value, label: dayName.format(new Date(`${value}T00:00:00Z`)) }))}
      />
      {setsOfDay(kept.value, day).map((stage) => (
        <View key={stage.id} className="gap-2">
          <Heading>{stage.name}</Heading>
          {stage.sets.map((set) => (
            <SetRow key={set.id} set={set} zone={festival.zone} />
          ))}
        </View>
      ))}
      {waiting.length > 0 ? <Waiting artists={waiting} /> : null}
      <Freshness at={kept.at} failure={failure} />
    </View>
  );
}

/** Whoever is announced before there are times. */
function Waiting({ artists }: { artists: Programme['artists'] }) {
  const t = useTranslations('mobile.lineUp');
  return (
    <View className="gap-2">
      <Heading>{t('timesLater')}</Heading>
      {artists.map((artist) => (
        <View key={artist.id} className="border-b border-line py-2">
          <Text className="text-lg font-semibold text-ink">{artist.name}</Text>
          {artist.genres.length > 0 ? <Soft>{artist.genres.join(' · ')}</Soft> : null}
        </View>
      ))}
    </View>
  );
}

function SetRow({ set, zone }: { set: SetOnStage; zone: string }) {
  const t = useTranslations('mobile.lineUp');
  const locale = useFormatLocale();
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone });
  const [from, until] = [new Date(set.startsAt), new Date(set.endsAt)];
  const now = new Date();
  const plays = !set.cancelled && from <= now && now < until;
  return (
    <View className={`flex-row gap-4 border-b border-line py-2 ${plays ? '-mx-3 rounded-xl bg-accent-soft px-3' : ''}`}>
      <View className="w-28">
        <Text className="text-base text-ink-soft">{`${time.format(from)}–${time.format(until)}`}</Text>
        {plays ? <Text className="text-sm font-semibold text-accent-text">{t('now')}</Text> : null}
      </View>
      <View className="shrink">
        <Text className={`text-lg font-semibold ${set.cancelled ? 'text-ink-soft line-through' : 'text-ink'}`}>
          {set.name ?? t('toBeAnnounced')}
        </Text>
        {set.cancelled ? <Text className="text-sm font-semibold text-danger-text">{t('cancelled')}</Text> : null}
        {set.genres.length > 0 ? <Soft>{set.genres.join(' · ')}</Soft> : null}
      </View>
    </View>
  );
}
