import { Badge, type BadgeTone } from '@festivals/ui/badge';
import { stockState, type StockState } from '@festivals/domain/stands/stock';
import type { StockItem } from '@festivals/domain/stands/stock-contract';
import { useTranslations } from 'use-intl';

const tones: Record<StockState, BadgeTone> = { OUT: 'danger', LOW: 'warning', ENOUGH: 'success' };

/** Whether there is enough of something, in a word. */
export function StockBadge({ item }: { item: Pick<StockItem, 'onHand' | 'lowAt'> }) {
  const t = useTranslations('office.stock');
  const state = stockState(item);
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}
