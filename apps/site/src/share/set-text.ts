import type { Theme } from '@festivals/domain/festival/contract';
import { openSync, type Font } from 'fontkit';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A face as a card is set in it: its files, the commonest letters first, a stroke that makes it bolder (in ems), and how narrow it is set. */
const cuts = {
  grotesque: {
    files: filesOf('bricolage-grotesque', 'wdth', ['latin', 'latin-ext', 'vietnamese']),
    bold: 0,
    narrow: 0.8,
  },
  tall: { files: filesOf('bricolage-grotesque', 'wdth', ['latin', 'latin-ext', 'vietnamese']), bold: 0, narrow: 0.56 },
  wide: {
    files: filesOf('unbounded', 'wght', ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese']),
    bold: 0.085,
    narrow: 0.94,
  },
  serif: { files: filesOf('fraunces', 'wght', ['latin', 'latin-ext', 'vietnamese']), bold: 0, narrow: 0.96 },
  text: {
    files: filesOf('inter', 'wght', [
      'latin',
      'latin-ext',
      'cyrillic',
      'cyrillic-ext',
      'greek',
      'greek-ext',
      'vietnamese',
    ]),
    bold: 0.035,
    narrow: 1,
  },
} as const;
export type Cut = keyof typeof cuts;

/** The cut that comes nearest to a theme's face. */
export const cutOf = ({ typeface = 'poster' }: Theme): Cut =>
  (
    {
      poster: 'grotesque',
      plain: 'text',
      classic: 'serif',
      round: 'wide',
      typewriter: 'text',
      wide: 'wide',
      storybook: 'serif',
      elegant: 'serif',
      tall: 'tall',
    } as const
  )[typeface];

/** What is installed lies beside the site or, in the workspace, two folders above it. */
const installed = ['node_modules', '../../node_modules']
  .map((folder) => join(process.cwd(), folder, '@fontsource-variable'))
  .find((folder) => existsSync(folder));

function filesOf(face: string, axis: 'wdth' | 'wght', scripts: readonly string[]): string[] {
  return scripts.map((script) => `${face}/files/${face}-${script}-${axis}-normal.woff2`);
}

const opened = new Map<string, Font>();
function fontAt(file: string): Font {
  const font = opened.get(file) ?? openSync(join(installed ?? '', file));
  opened.set(file, font);
  return font;
}

interface Run {
  words: string;
  font: Font;
  bold: number;
  narrow: number;
}

/** Where a cut has no letter for what is written, the plainest one is asked, which knows most scripts. */
function fontFor(letter: string, cut: Cut): Omit<Run, 'words'> | null {
  const code = letter.codePointAt(0) ?? 0;
  for (const { files, bold, narrow } of [cuts[cut], cuts.text])
    for (const file of files) if (fontAt(file).hasGlyphForCodePoint(code)) return { font: fontAt(file), bold, narrow };
  return null;
}

/** Whether each letter and figure of some words can be drawn. No face here knows Arabic or Chinese: those would be boxes. */
export const isSettable = (words: string, cut: Cut): boolean =>
  [...words.normalize('NFC')].every((letter) => !/[\p{L}\p{N}]/u.test(letter) || fontFor(letter, cut) !== null);

/** Words in pieces that one font each can draw; what none can is left out. */
function runsOf(words: string, cut: Cut): Run[] {
  const runs: Run[] = [];
  for (const letter of words.normalize('NFC')) {
    const found = fontFor(letter, cut);
    const last = runs.at(-1);
    // A gap or a mark stays with the letters before it.
    const goesOn = last && !/[\p{L}\p{N}]/u.test(letter) && last.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
    if (last && (goesOn || last.font === found?.font)) last.words += letter;
    else if (found) runs.push({ words: letter, ...found });
  }
  return runs;
}

/** Words as outlines: no picture asks the machine for a font. Baseline at 0,0; the width is in the same unit as the size. */
export function setText(words: string, cut: Cut, size: number): { width: number; path: string } {
  let width = 0;
  const path = runsOf(words, cut).map(({ words: some, font, bold, narrow }) => {
    const scale = size / font.unitsPerEm;
    const { glyphs, positions, advanceWidth } = font.layout(some);
    let x = 0;
    const drawn = glyphs.map((glyph, at) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
      const one = `<path transform="translate(${x + xOffset} ${yOffset})" d="${glyph.path.toSVG()}"/>`;
      x += xAdvance;
      return one;
    });
    const stroke =
      bold === 0 ? '' : ` stroke="currentColor" stroke-width="${bold * font.unitsPerEm}" stroke-linejoin="round"`;
    const from = width;
    width += advanceWidth * scale * narrow;
    return `<g${stroke} transform="translate(${from} 0)scale(${scale * narrow} ${-scale})">${drawn.join('')}</g>`;
  });
  return { width, path: `<g fill="currentColor">${path.join('')}</g>` };
}

/** As many lines as words need, none wider than `width`, at the largest size that lets all of them fit below `height`. */
export function fitText(
  words: string,
  cut: Cut,
  { width, height, most }: { width: number; height: number; most: number },
): { size: number; lines: Array<{ width: number; path: string }> } {
  for (let size = most; size > 24; size -= 6) {
    const lines = breakLines(words, cut, size, width);
    if (lines !== null && lines.length * size * 0.96 <= height)
      return { size, lines: lines.map((line) => setText(line, cut, size)) };
  }
  return { size: 24, lines: [setText(words, cut, 24)] };
}

function breakLines(words: string, cut: Cut, size: number, width: number): string[] | null {
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    if (setText(word, cut, size).width > width) return null;
    const last = lines.at(-1);
    if (last !== undefined && setText(`${last} ${word}`, cut, size).width <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
