import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unpackWoff } from './unpack-woff.ts';

export const weights = { regular: 400, semibold: 600, black: 800 } as const;
export type Weight = keyof typeof weights;

/**
 * Inter comes in files by script; a word like „Łukasz“ needs two of them. Ranges as @fontsource/inter/unicode.json has them,
 * the first that has a letter wins.
 */
const scripts = [
  ['latin', /[\0-\xff\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u2000-\u206f\u20ac\u2122\u2212\u2215]/u],
  [
    'latin-ext',
    /[\u0100-\u02ba\u02bd-\u02c5\u02c7-\u02cc\u02ce-\u02d7\u02dd-\u02ff\u1d00-\u1dbf\u1e00-\u1e9f\u1ef2-\u1eff\u20a0-\u20c0\u2c60-\u2c7f\ua720-\ua7ff]/u,
  ],
  ['vietnamese', /[\u0300-\u0309\u0323\u0329\u1ea0-\u1ef9]/u],
  ['greek', /[\u0370-\u03ff]/u],
  ['greek-ext', /[\u1f00-\u1fff]/u],
  ['cyrillic', /[\u0400-\u045f\u0490\u0491\u04b0\u04b1\u2116]/u],
  ['cyrillic-ext', /[\u0460-\u052f]/u],
] as const;
type Script = (typeof scripts)[number][0];

/** Letters that are written with one font file. */
export interface Run {
  font: string;
  text: string;
}

/** Splits a text by the files that its letters are in. */
export function runsOf(text: string, weight: Weight): Run[] {
  const runs: Run[] = [];
  for (const letter of writable(text)) {
    const script = scriptOf(letter) ?? 'latin';
    const font = fontName(script, weight);
    const last = runs.at(-1);
    if (last?.font === font) last.text += letter;
    else runs.push({ font, text: letter });
  }
  return runs;
}

const scriptOf = (letter: string): Script | undefined => scripts.find(([, letters]) => letters.test(letter))?.[0];

/** The text without what no file has (an emoji, say) and without the gaps that this leaves. */
export const writable = (text: string): string =>
  [...text.normalize('NFC')].filter(scriptOf).join('').replaceAll(/ {2,}/g, ' ').trim();

const { resolve } = createRequire(import.meta.url);
const files = new Map<string, Buffer>();
const fontName = (script: Script, weight: Weight) => `inter-${script}-${weights[weight]}-normal`;

/** A font, read and unpacked once. */
export function fontFile(font: string): Buffer {
  const known = files.get(font);
  if (known) return known;
  const file = unpackWoff(readFileSync(resolve(`@fontsource/inter/files/${font}.woff`)));
  files.set(font, file);
  return file;
}
