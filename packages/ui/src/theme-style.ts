import { palettes, type PaletteName } from './artwork/palette.ts';
import { contrast, parseColor, readableOn, toHex, type Oklch } from './color.ts';

/** CSS custom properties, ready for a `style` attribute. */
export type StyleTokens = Record<`--${string}`, string>;

/** The colour nearest to `wanted` that reaches `ratio` on `background`, found by making it lighter or darker. */
function readable(wanted: Oklch, background: string, ratio: number): string {
  const step = parseColor(background).l > 0.5 ? -0.01 : 0.01;
  const at = (l: number) => toHex({ ...wanted, l });
  let l = wanted.l;
  while (contrast(at(l), background) < ratio && l > 0.02 && l < 0.98) l += step;
  return at(l);
}

/** The hue in which a festival speaks: its dusk, saturated. */
function accentOf(palette: PaletteName): Oklch {
  const { h } = parseColor(palettes[palette].sky[palette === 'sunset' || palette === 'desert' ? 2 : 1]);
  return { l: 0.55, c: 0.19, h };
}

/**
 * A festival's theme as token values; set them on any element and everything below speaks in its colours.
 * Text in and on the accent reaches 4.5:1 in light and in dark, whatever the palette.
 */
export function themeStyle({ palette }: { palette: PaletteName }): StyleTokens {
  const accent = accentOf(palette);
  const fill = readable(accent, '#ffffff', 4.6);
  const soft = { light: toHex({ ...accent, l: 0.955, c: 0.025 }), dark: toHex({ ...accent, l: 0.29, c: 0.06 }) };
  const hover = toHex({ ...parseColor(fill), l: parseColor(fill).l - 0.06 });
  return {
    '--color-accent': `light-dark(${fill}, ${fill})`,
    '--color-accent-hover': `light-dark(${hover}, ${hover})`,
    '--color-on-accent': `light-dark(${readableOn(fill)}, ${readableOn(fill)})`,
    '--color-accent-soft': `light-dark(${soft.light}, ${soft.dark})`,
    '--color-accent-text': `light-dark(${readable(accent, soft.light, 4.6)}, ${readable({ ...accent, l: 0.75, c: 0.12 }, soft.dark, 4.6)})`,
  };
}
