/**
 * A choice of sets as a piece of an address. It holds nothing but the choice: of each set the last five bytes of its id, which
 * are random, in order, as base64url behind a version byte. Nobody's name is in it, and nothing is kept anywhere.
 */

const version = 1;
const bytesEach = 5;
/** More than anybody can go to; keeps an address short enough for every calendar. */
export const mostSets = 250;

const tailOf = (id: string) =>
  id
    .replaceAll('-', '')
    .slice(-2 * bytesEach)
    .toLowerCase();

/** The choice as text. @throws RangeError when there are more than `mostSets` */
export function writeChoice(ids: readonly string[]): string {
  const tails = [...new Set(ids.map(tailOf))].toSorted();
  if (tails.length > mostSets) throw new RangeError('too many sets for one address');
  const bytes = [version, ...tails.flatMap((tail) => tail.match(/../g)?.map((two) => Number.parseInt(two, 16)) ?? [])];
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Whether a set is in the choice, or null where the text is none. What is no longer in the programme is simply not met. */
export function readChoice(text: string): ((id: string) => boolean) | null {
  if (!/^[\w-]+$/.test(text) || text.length > Math.ceil(((mostSets * bytesEach + 1) * 4) / 3)) return null;
  let binary: string;
  try {
    binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return null;
  }
  const bytes = Array.from(binary, (character) => character.charCodeAt(0));
  if (bytes[0] !== version || (bytes.length - 1) % bytesEach !== 0) return null;
  const tails = new Set<string>();
  for (let at = 1; at < bytes.length; at += bytesEach)
    tails.add(
      bytes
        .slice(at, at + bytesEach)
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join(''),
    );
  return (id) => tails.has(tailOf(id));
}
