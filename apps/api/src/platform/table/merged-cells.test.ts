import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillMerged, mergedRanges, type Range } from './merged-cells.ts';

const rows = (...lines: string[]) => lines.map((line) => [...line].map((cell) => (cell === '.' ? null : cell)));
const shown = (cells: readonly (readonly (string | null)[])[]) =>
  cells.map((row) => row.map((cell) => cell ?? '.').join(''));
const range = (top: number, left: number, bottom: number, right: number): Range => ({ top, left, bottom, right });

describe('joined cells', () => {
  it.each([
    ['over rows', rows('ab', '.c', '.d'), [range(0, 0, 2, 0)], ['ab', 'ac', 'ad']],
    ['over columns', rows('a..', 'bcd'), [range(0, 0, 0, 2)], ['aaa', 'bcd']],
    ['over both', rows('a..', '..b'), [range(0, 0, 1, 1)], ['aa.', 'aab']],
    ['around nothing', rows('.b', '.c'), [range(0, 0, 1, 0)], ['.b', '.c']],
    ['that begin outside', rows('ab'), [range(5, 5, 9, 9)], ['ab']],
    ['that end a million rows below', rows('a.', '.b'), [range(0, 0, 1_048_575, 16_383)], ['aa', 'ab']],
    ['the wrong way round', rows('ab', '.c'), [range(1, 1, 0, 0)], ['ab', '.c']],
  ])('%s count as what their first one says', (_, given, ranges, filled) => {
    expect(shown(fillMerged(given, ranges))).toEqual(filled);
  });

  it('that all cover the whole sheet are filled once, however many there are', () => {
    const wide = Array.from({ length: 2_000 }, (_, y) =>
      Array.from({ length: 50 }, (_, x) => (x + y === 0 ? 'a' : null)),
    );
    const many = Array.from({ length: 100_000 }, () => range(0, 0, 1_048_575, 16_383));
    const filled = fillMerged(wide, many);
    expect(filled.flat().every((cell) => cell === 'a')).toBe(true);
  });

  it('change no cell that has something in it, and none outside', () => {
    const cell = fc.option(fc.constantFrom('a', 'b'), { nil: null });
    const within = fc.nat({ max: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        fc.tuple(within, within, within, within),
        (sheet, [top, left, down, along]) => {
          const one = range(top, left, top + down, left + along);
          const filled = fillMerged(sheet, [one]);
          sheet.forEach((row, y) =>
            row.forEach((before, x) => {
              const isIn = y >= one.top && y <= one.bottom && x >= one.left && x <= one.right;
              const first = sheet[one.top]?.[one.left] ?? null;
              expect(filled[y]?.[x]).toBe(before ?? (isIn ? first : null));
            }),
          );
        },
      ),
    );
  });
});

describe('the ranges of a sheet', () => {
  it('stand behind its rows, whatever the cells say', () => {
    const said = '<row><c><v>&lt;mergeCell ref="C1:C9"/></v></c></row>';
    const xml = `<worksheet><sheetData>${said}</sheetData><mergeCells count="2"><mergeCell ref="A2:A5"/><x:mergeCell a="b" ref="$AA$1:AB3"/></mergeCells></worksheet>`;
    expect(mergedRanges(xml)).toEqual([range(1, 0, 4, 0), range(0, 26, 2, 27)]);
  });

  it('are read in no time from what is no XML', () => {
    expect(mergedRanges('</sheetData>' + '<mergeCell '.repeat(500_000))).toEqual([]);
    expect(mergedRanges('</sheetData>' + '<mergeCell ref="A1:B2"/>'.repeat(200_000))).toHaveLength(100_000);
  });
});
