import type { Theme } from '@festivals/domain/festival/contract';
import { openSync, type Font } from 'fontkit';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A face as a card is set in it: its file, a stroke that makes it bolder (in ems), and how narrow it is set. */
const cuts = {
  grotesque: { file: 'bricolage-grotesque/files/bricolage-grotesque-latin-wdth-normal.woff2', bold: 0, narrow: 0.8 },
  tall: { file: 'bricolage-grotesque/files/bricolage-grotesque-latin-wdth-normal.woff2', bold: 0, narrow: 0.56 },
  wide: { file: 'unbounded/files/unbounded-latin-wght-normal.woff2', bold: 0.085, narrow: 0.94 },
  serif: { file: 'fraunces/files/fraunces-latin-wght-normal.woff2', bold: 0, narrow: 0.96 },
  text: { file: 'inter/files/inter-latin-wght-normal.woff2', bold: 0.035, narrow: 1 },
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

const opened = new Map<string, Font>();
function fontAt(file: string): Font {
  const font = opened.get(file) ?? openSync(join(installed ?? '', file));
  opened.set(file, font);
  return font;
}

/** Words as outlines: no picture asks the machine for a font. Baseline at 0,0; the width is in the same unit as the size. */
export function setText(words: string, cut: Cut, size: number): { width: number; path: string } {
  const { file, bold, narrow } = cuts[cut];
  const font = fontAt(file);
  const { glyphs, positions, advanceWidth } = font.layout(words);
  const scale = size / font.unitsPerEm;
  let x = 0;
  const paths = glyphs.map((glyph, at) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
    const drawn = `<path transform="translate(${x + xOffset} ${yOffset})" d="${glyph.path.toSVG()}"/>`;
    x += xAdvance;
    return drawn;
  });
  const stroke =
    bold === 0 ? '' : ` stroke="currentColor" stroke-width="${bold * font.unitsPerEm}" stroke-linejoin="round"`;
  return {
    width: advanceWidth * scale * narrow,
    path: `<g fill="currentColor"${stroke} transform="scale(${scale * narrow} ${-scale})">${paths.join('')}</g>`,
  };
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
