/** What a file says about how many there are of something. Pure. */
import type { ImportReason } from './contract.ts';
import { plainName } from '../meant.ts';
import type { StockItem } from './stock-contract.ts';

const most = 1_000_000;

/** A count that a row asks for: of an item that is there, or of one that begins with it. */
export interface PlannedCount {
  itemId: string | null;
  standId: string;
  name: string;
  /** What the movements say; null where nothing was counted yet. */
  from: number | null;
  to: number;
}

/** The product that a row is about: its id where it has one, and where it will be sold. */
interface Asked {
  productId: string | undefined;
  standId: string;
  name: string;
}

/** Whether what draws on an item may be sold at a stand. */
const serves = (item: StockItem, standId: string) => item.standId === null || item.standId === standId;

/**
 * Reads the `stock` cells of one file. An empty cell says nothing: what is counted stays as it is. Of several products that
 * draw on one item all rows must say the same number.
 */
export function stockReader(stock: readonly StockItem[]) {
  const byProduct = new Map(stock.flatMap((item) => item.productIds.map((id) => [id, item])));
  const names = new Set(stock.map(({ standId, name }) => `${standId} ${plainName(name)}`));
  const said = new Map<string, number>();

  return (cell: string | undefined, { productId, standId, name }: Asked): PlannedCount | ImportReason | null => {
    if (cell === undefined || cell === '') return null;
    const drawn = productId === undefined ? undefined : byProduct.get(productId);
    const item = drawn && serves(drawn, standId) ? drawn : undefined;
    const to = item !== undefined && cell === String(item.onHand) ? item.onHand : wholeNumber(cell);
    if (to === undefined) return 'invalid';
    if (item !== undefined) {
      if ((said.get(item.id) ?? to) !== to) return 'contradicts';
      const isKnown = said.has(item.id);
      said.set(item.id, to);
      return isKnown || to === item.onHand
        ? null
        : { itemId: item.id, standId, name: item.name, from: item.onHand, to };
    }
    const begun = name.slice(0, 80).trim();
    const key = `${standId} ${plainName(begun)}`;
    if (names.has(key)) return 'named_alike';
    names.add(key);
    return { itemId: null, standId, name: begun, from: null, to };
  };
}

/** The items on which products draw no more once they are sold elsewhere: what one stand keeps serves that stand alone. */
export const leftBehind = (
  stock: readonly StockItem[],
  moved: readonly { id: string; standId: string }[],
): { item: StockItem; productIds: string[] }[] =>
  stock.flatMap((item) => {
    const productIds = moved
      .filter(({ id, standId }) => item.productIds.includes(id) && !serves(item, standId))
      .map(({ id }) => id);
    return productIds.length === 0 ? [] : [{ item, productIds }];
  });

/** So many as nobody can take for another number: digits, in groups with spaces or apostrophes at most, and no decimals but zeros. */
function wholeNumber(text: string): number | undefined {
  const [, digits] = /^(\d+)(?:[.,]0{1,2})?$/.exec(text.replaceAll(/[\s\u00a0\u202f'’]/g, '')) ?? [];
  const number = Number(digits);
  return digits !== undefined && number <= most ? number : undefined;
}
