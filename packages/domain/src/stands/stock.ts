/** What there is of something, and what a count means. Pure. */
import type { NewMovement, StockItem } from './stock-contract.ts';

export type StockState = 'OUT' | 'LOW' | 'ENOUGH';

/** How a number on stock is to be taken: nothing left, at or below the threshold, or enough. */
export function stockState({ onHand, lowAt }: Pick<StockItem, 'onHand' | 'lowAt'>): StockState {
  if (onHand <= 0) return 'OUT';
  return lowAt !== null && onHand <= lowAt ? 'LOW' : 'ENOUGH';
}

/** By how much a movement changes what there is: a count books the difference to what the movements said. */
export const changeBy = (movement: NewMovement, onHand: number): number =>
  movement.kind === 'DELIVERY' ? movement.quantity : movement.counted - onHand;
