import type { Found } from '@festivals/domain/search/contract';
import { useTranslations } from 'use-intl';
import { foundIcons, useFoundDetail } from '../search/found-item.ts';
import { PaletteGroup, PaletteItem } from './palette-item.tsx';

/** What was found, kind by kind, the kinds in the order of how well the first of each fits. */
export const inOrder = (found: readonly Found[]): Found[] =>
  [...Map.groupBy(found, ({ kind }) => kind).values()].flat();

/** What was found, under the names of its kinds. */
export function FoundGroups({
  found,
  slug,
  heading,
  onOpen,
}: {
  found: readonly Found[];
  /** Where the reader is: what is elsewhere says so. */
  slug: string | null;
  /** One group for all, with this name. */
  heading?: string;
  onOpen: (found: Found) => void;
}) {
  const t = useTranslations('office.search.kind');
  const detailOf = useFoundDetail();
  const item = (one: Found) => {
    const Icon = foundIcons[one.kind];
    return (
      <PaletteItem
        key={one.id}
        icon={<Icon aria-hidden="true" />}
        value={one.id}
        detail={detailOf(one, one.festival.slug !== slug)}
        onSelect={() => onOpen(one)}
      >
        {one.title}
      </PaletteItem>
    );
  };
  if (heading !== undefined) {
    return found.length === 0 ? null : <PaletteGroup heading={heading}>{found.map(item)}</PaletteGroup>;
  }
  return [...Map.groupBy(found, ({ kind }) => kind)].map(([kind, those]) => (
    <PaletteGroup key={kind} heading={t(kind)}>
      {those.map(item)}
    </PaletteGroup>
  ));
}
