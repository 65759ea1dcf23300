/** What is done to the XML of a sheet before it is read (ECMA-376, part 1, 18.3.1.4). Pure. */

/** The attributes of all elements of a name. */
export const elements = (xml: string, name: string): Record<string, string>[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^<>]{0,2000})>`, 'g'))].map(([, attributes = '']) =>
    Object.fromEntries([...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value])),
  );

/** Longer than any tag that a spreadsheet program writes. */
const longestTag = 4_000;

/** Whether every tag ends within reason: the reader takes a square of the time for one that does not. */
export function hasSoundTags(file: Buffer): boolean {
  for (let at = file.indexOf('<'); at >= 0; at = file.indexOf('<', at)) {
    const end = file.indexOf('>', at);
    if (end < 0 || end - at > longestTag) return false;
    at = end;
  }
  return true;
}

/** The styles by which a number is shown as a share of a hundred: 0.06 as "6 %". */
export function shareStyles(xml: string): Set<string> {
  const formats = new Set(['9', '10']);
  for (const { numFmtId = '', formatCode = '' } of elements(xml, 'numFmt'))
    if (formatCode.includes('%')) formats.add(numFmtId);
  const styles = /<cellXfs\b.*?<\/cellXfs>/s.exec(xml)?.[0] ?? '';
  return new Set(
    elements(styles, 'xf').flatMap(({ numFmtId = '' }, at) => (formats.has(numFmtId) ? [String(at)] : [])),
  );
}

/** A sheet with `#N/A` and its like as empty cells, for one of which the reader gives the whole file up, and with shares as they are shown. */
export const tidyCells = (xml: string, shares: ReadonlySet<string>): string =>
  xml
    .split(/(?=<c\s)/)
    .map((piece) => tidyCell(piece, shares))
    .join('');

/** A piece of XML that begins with a cell, or with what stands before the first. */
function tidyCell(piece: string, shares: ReadonlySet<string>): string {
  const head = piece.slice(0, piece.indexOf('>') + 1);
  const [cell] = elements(head, 'c');
  if (cell === undefined) return piece;
  if (cell['t'] === 'e') return head.endsWith('/>') ? piece.slice(head.length) : piece.slice(piece.indexOf('</c>') + 4);
  if (!shares.has(cell['s'] ?? '') || (cell['t'] ?? 'n') !== 'n') return piece;
  return piece
    .replace(head, head.replace('<c ', '<c t="str" ').replace(' t="n"', ''))
    .replace(/<v>([^<>]{1,40})<\/v>/, (whole, value: string) => {
      const share = Math.round(Number(value) * 1e8) / 1e6;
      return Number.isFinite(share) ? `<v>${share}%</v>` : whole;
    });
}
