/** In which order and below which headings the shop shows its ticket types. Pure. */
interface Arranged {
  ticketTypeIds: readonly string[];
  groups: readonly { id: string; name: object; ticketTypeIds: readonly string[] }[];
}

const typesIn = ({ ticketTypeIds, groups }: Arranged): string[] => [
  ...ticketTypeIds,
  ...groups.flatMap((group) => group.ticketTypeIds),
];

/** Whether two arrangements are one: the same headings and types in the same order. */
export function isSameArrangement(one: Arranged, other: Arranged): boolean {
  return textOf(one) === textOf(other);
}

const textOf = ({ ticketTypeIds, groups }: Arranged): string =>
  JSON.stringify([
    ticketTypeIds,
    groups.map(({ id, name, ticketTypeIds: types }) => [
      id,
      Object.entries(name).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      types,
    ]),
  ]);

/** Whether an arrangement leaves a type out, names one twice or names one that is not there. */
export function arrangementFault(now: Arranged, to: Arranged): boolean {
  const [known, named] = [typesIn(now).toSorted(), typesIn(to).toSorted()];
  return known.length !== named.length || known.some((id, index) => id !== named[index]);
}

/**
 * Moves a type by one step, as a key does: past its neighbour, or over the border of its heading into the next one.
 * At either end it stays where it is.
 */
export function moveType<A extends Arranged>(arrangement: A, typeId: string, step: -1 | 1): A {
  const lists = [arrangement.ticketTypeIds, ...arrangement.groups.map((group) => group.ticketTypeIds)].map((ids) => [
    ...ids,
  ]);
  const at = lists.findIndex((ids) => ids.includes(typeId));
  const list = lists[at];
  if (list === undefined) return arrangement;
  const index = list.indexOf(typeId);
  const inside = index + step >= 0 && index + step < list.length;
  const next = inside ? list : lists[at + step];
  if (next === undefined) return arrangement;
  list.splice(index, 1);
  next.splice(inside ? index + step : step === 1 ? 0 : next.length, 0, typeId);
  return withLists(arrangement, lists);
}

/** Puts a type before another one, or at the end of a heading (null is below none). */
export function placeType<A extends Arranged>(
  arrangement: A,
  typeId: string,
  to: { before: string } | { endOf: string | null },
): A {
  if ('before' in to && to.before === typeId) return arrangement;
  const lists = [arrangement.ticketTypeIds, ...arrangement.groups.map((group) => group.ticketTypeIds)].map((ids) =>
    ids.filter((id) => id !== typeId),
  );
  const target =
    'before' in to
      ? lists.find((ids) => ids.includes(to.before))
      : lists[to.endOf === null ? 0 : arrangement.groups.findIndex(({ id }) => id === to.endOf) + 1];
  if (target === undefined) return arrangement;
  target.splice('before' in to ? target.indexOf(to.before) : target.length, 0, typeId);
  return withLists(arrangement, lists);
}

const withLists = <A extends Arranged>(arrangement: A, [first = [], ...rest]: string[][]): A => ({
  ...arrangement,
  ticketTypeIds: first,
  groups: arrangement.groups.map((group, index) => ({ ...group, ticketTypeIds: rest[index] ?? [] })),
});
