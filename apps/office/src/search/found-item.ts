import { PlaceKind } from '@festivals/domain/places/place-kind';
import type { Found, FoundKind } from '@festivals/domain/search/contract';
import { StandKind } from '@festivals/domain/stands/contract';
import {
  CalendarClock,
  DoorOpen,
  MapPin,
  Mic,
  ReceiptText,
  Smartphone,
  Speaker,
  Store,
  Ticket,
  UserRound,
  Utensils,
  type LucideIcon,
} from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';

export const foundIcons: Readonly<Record<FoundKind, LucideIcon>> = {
  artist: Mic,
  slot: CalendarClock,
  stage: Speaker,
  stand: Store,
  product: Utensils,
  place: MapPin,
  gate: DoorOpen,
  ticketType: Ticket,
  order: ReceiptText,
  person: UserRound,
  device: Smartphone,
};

/** What tells something from its like, in one short line. */
export function useFoundDetail() {
  const format = useFormatter();
  const placeKind = useTranslations('office.placeKind');
  const stands = useTranslations('office.stands');
  const said = ({ kind, detail }: Found) => {
    if (kind === 'place') return placeKind(PlaceKind.catch('CUSTOM').parse(detail));
    return kind === 'stand' ? stands(`kind.${StandKind.catch('INFO').parse(detail)}`) : detail;
  };
  return (found: Found, elsewhere: boolean): string => {
    const { kind, at, festival } = found;
    const style = kind === 'slot' ? 'weekdayClock' : 'day';
    const moment = at === null ? null : format.dateTime(new Date(at), style, { timeZone: festival.zone });
    return [said(found), moment, elsewhere ? festival.name : null].filter(Boolean).join(' · ');
  };
}
