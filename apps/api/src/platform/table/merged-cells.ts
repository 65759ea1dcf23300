/** Cells of a sheet that were joined: each counts as what the first of them says. Pure. */

/** A range of cells, rows and columns counted from 0. */
export interface Range {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** As many as a sheet of a real festival has a hundred times over. */
const mostRanges = 100_000;
const mergeCell = /<(?:\w+:)?mergeCell\b[^<>]*?\bref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"/g;

/** The joined ranges of a sheet, as its XML tells them behind its rows (ECMA-376, part 1, 18.3.1.55). */
export function mergedRanges(xml: string): Range[] {
  const behind = xml.slice(Math.max(0, xml.lastIndexOf('</sheetData>')));
  const ranges: Range[] = [];
  for (const [, left = '', top, right = '', bottom] of behind.matchAll(mergeCell)) {
    if (ranges.length === mostRanges) break;
    ranges.push({ top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) });
  }
  return ranges;
}

/** "A" is 0, "AA" is 26. */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/**
 * The rows with every empty cell of a range as its first one is. What lies outside the rows is left out: a range may say that it ends
 * a million rows below. Ranges share no cell, so all of them together fill each cell once; a file in which they do share is filled
 * no further than that.
 */
export function fillMerged<T>(rows: readonly (readonly (T | null)[])[], ranges: readonly Range[]): (T | null)[][] {
  const filled = rows.map((row) => [...row]);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  let left = rows.length * width;
  for (const range of ranges) {
    const value = filled[range.top]?.[range.left] ?? null;
    if (value === null) continue;
    for (const row of filled.slice(range.top, range.bottom + 1)) {
      for (let x = range.left; x <= Math.min(range.right, width - 1); x += 1) {
        left -= 1;
        if (left < 0) return filled;
        row[x] ??= value;
      }
    }
  }
  return filled;
}
