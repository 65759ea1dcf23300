/** Two letters for a name: of its first and its last word, in any script. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  return [first, last].map((word) => [...word][0]?.toLocaleUpperCase() ?? '').join('');
}
