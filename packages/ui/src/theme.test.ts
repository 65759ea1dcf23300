import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { palettes } from './artwork/palette.ts';
import { contrast } from './color.ts';
import { themeStyle } from './theme-style.ts';

const css = readFileSync(new URL('theme.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--color-([a-z-]+): light-dark\((oklch\([^)]*\)), (oklch\([^)]*\))\)/g)].map(
    ([, name, light, dark]) => [String(name), { light: String(light), dark: String(dark) }],
  ),
);

function ratio(front: string, back: string, mode: 'light' | 'dark'): number {
  const [a, b] = [tokens.get(front), tokens.get(back)];
  if (a === undefined || b === undefined) throw new Error(`No token ${front} or ${back}`);
  return contrast(a[mode], b[mode]);
}

const surfaces = ['canvas', 'surface', 'raised', 'sunken', 'hover'];
const text = [
  'ink',
  'ink-soft',
  'ink-faint',
  'accent-text',
  'danger-text',
  'success-text',
  'warning-text',
  'info-text',
].flatMap((ink) => surfaces.map((surface) => [ink, surface] as const));
const tinted = ['accent', 'success', 'warning', 'danger', 'info'].map(
  (tone) => [`${tone}-text`, `${tone}-soft`] as const,
);
const filled = [
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-accent', 'danger'],
  ['on-accent', 'danger-hover'],
  ['ink', 'accent-soft'],
] as const;

describe.each(['light', 'dark'] as const)('in %s', (mode) => {
  it.each([...text, ...tinted, ...filled])('%s is read on %s (4.5:1)', (front, back) => {
    expect(ratio(front, back, mode)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['canvas', 'surface', 'raised'])('controls and focus are seen on %s (3:1)', (surface) => {
    for (const line of ['edge', 'accent', 'danger', 'success', 'warning', 'info'])
      expect(ratio(line, surface, mode), line).toBeGreaterThanOrEqual(3);
  });
});

const themes = [
  ...(Object.keys(palettes) as (keyof typeof palettes)[]).map((palette) => ({ palette })),
  ...['#8b5cf6', '#e11d48', '#0e8a5f', '#b7791f', '#808080'].map((accent) => ({ palette: 'sunset' as const, accent })),
];

describe('themeStyle', () => {
  it.each(themes)('%j keeps its accent readable in light and dark', (theme) => {
    const style = themeStyle(theme);
    for (const [mode, surface] of [
      ['light', tokens.get('surface')?.light],
      ['dark', tokens.get('surface')?.dark],
    ] as const) {
      const value = (name: string) =>
        new RegExp(`light-dark\\((#\\w+), (#\\w+)\\)`).exec(style[`--color-${name}`] ?? '')?.[
          mode === 'light' ? 1 : 2
        ] ?? '';
      expect(contrast(value('accent'), value('on-accent'))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(value('accent-hover'), value('on-accent'))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(value('accent'), String(surface))).toBeGreaterThanOrEqual(2.4);
      expect(contrast(value('accent-text'), String(surface))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(value('accent-text'), value('accent-soft'))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(Object.keys(palettes) as (keyof typeof palettes)[])('prints on %s paper what is read (4.5:1)', (palette) => {
    const style = themeStyle({ palette });
    for (const [mode, place] of [
      ['light', 1],
      ['dark', 2],
    ] as const)
      for (const surface of surfaces) {
        const paper = /light-dark\((#\w+), (#\w+)\)/.exec(style[`--color-${surface}`] ?? '')?.[place] ?? '';
        for (const ink of ['ink', 'ink-soft', 'ink-faint', 'danger-text', 'success-text', 'warning-text', 'info-text'])
          expect(contrast(tokens.get(ink)?.[mode] ?? '', paper), `${ink} on ${surface}`).toBeGreaterThanOrEqual(4.5);
      }
  });

  it.each(
    (Object.keys(palettes) as (keyof typeof palettes)[]).flatMap((palette) =>
      (['centred', 'left', 'bill'] as const).map((layout) => [palette, layout] as const),
    ),
  )('writes readably on the poster of %s, %s', (palette, layout) => {
    const style = themeStyle({ palette, layout });
    const on = (front: `--${string}`, back: `--${string}`) => contrast(style[front] ?? '', style[back] ?? '');
    expect(on('--poster-ink', '--poster-sky')).toBeGreaterThanOrEqual(7);
    expect(on('--on-ground', '--poster-ground')).toBeGreaterThanOrEqual(7);
    expect(contrast('#ffffff', style['--poster-land'] ?? '')).toBeGreaterThanOrEqual(7);
    for (const light of [1, 2, 3])
      expect(on(`--poster-light-${light}`, '--poster-ground'), `light ${light}`).toBeGreaterThanOrEqual(4.5);
  });

  it('sets faces, corners and air where a festival chose them, and leaves the platform’s alone where not', () => {
    const style = themeStyle({ palette: 'ocean', typeface: 'classic', corners: 'sharp', rhythm: 'airy' });
    expect(style['--face-display']).toContain('Palatino');
    expect(style['--radius-2xl']).toBe('0');
    expect(style['--rhythm']).toContain('clamp');
    const plain = Object.keys(themeStyle({ palette: 'ocean' }));
    for (const own of ['--face-display', '--face-text', '--radius-2xl', '--rhythm']) expect(plain).not.toContain(own);
  });
});
