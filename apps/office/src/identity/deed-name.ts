import type { OfficeMessages } from '@festivals/messages/office';
import { useMessages, useTranslations } from 'use-intl';

type Deeds = OfficeMessages['deed'];

const isKnown = (deeds: Deeds, key: string): key is keyof Deeds => key in deeds;

/** What the history's deeds are called in the reader's language; one that has no name yet is shown by its own. */
export function useDeedName() {
  const t = useTranslations('office.deed');
  const { office } = useMessages();
  // Message keys may hold no dot: `festival.created` is kept as `festival_created`.
  const key = (name: string) => name.replaceAll('.', '_');
  return {
    deeds: Object.keys(office.deed).map((one) => one.replace('_', '.')),
    deedName: (name: string) => {
      const known = key(name);
      return isKnown(office.deed, known) ? t(known) : name;
    },
  };
}
