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

/** The colour that a palette speaks in when a festival names none of its own. */
export const paletteAccent = (palette: PaletteName): string => readable(accentOf(palette), '#ffffff', 4.6);

/**
 * Pairs of faces: one for what is shouted, one for what is read. Two families come with the platform; the others are what devices have
 * by themselves, so that no page waits for them.
 */
export const typefaces = {
  poster: { display: "'Bricolage Grotesque Variable', 'Inter Variable', system-ui, sans-serif", text: null },
  plain: { display: "'Inter Variable', system-ui, sans-serif", text: null },
  classic: {
    display: "'Iowan Old Style', 'Palatino Linotype', Palatino, 'URW Palladio L', Georgia, 'DejaVu Serif', serif",
    text: null,
  },
  round: {
    display:
      "ui-rounded, 'SF Pro Rounded', 'Hiragino Maru Gothic ProN', 'Arial Rounded MT Bold', 'Varela Round', Nunito, 'Trebuchet MS', 'DejaVu Sans', sans-serif",
    text: null,
  },
  typewriter: {
    display: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, 'DejaVu Sans Mono', monospace",
    text: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, 'DejaVu Sans Mono', monospace",
  },
} as const;
export type Typeface = keyof typeof typefaces;

/** How corners are cut, by the size of what they belong to. */
export const cornerRadii = {
  sharp: { sm: '0', md: '0', lg: '0', xl: '0', '2xl': '0', '3xl': '0' },
  soft: { sm: '0.25rem', md: '0.375rem', lg: '0.5rem', xl: '0.75rem', '2xl': '1rem', '3xl': '1.5rem' },
  round: { sm: '0.375rem', md: '0.625rem', lg: '1rem', xl: '1.5rem', '2xl': '2rem', '3xl': '2.75rem' },
} as const;
export type Corners = keyof typeof cornerRadii;

/** What of a theme makes its style. */
export type StyledTheme = {
  palette: PaletteName;
  accent?: string | undefined;
  typeface?: Typeface | undefined;
  corners?: Corners | undefined;
};

/**
 * A festival's theme as token values; set them on any element and everything below speaks in its colours.
 * Text in and on the accent reaches 4.5:1 in light and in dark, whatever the palette.
 */
export function themeStyle({ palette, accent: own, typeface, corners }: StyledTheme): StyleTokens {
  const accent = own === undefined ? accentOf(palette) : parseColor(own);
  const fill = own ?? paletteAccent(palette);
  const soft = { light: toHex({ ...accent, l: 0.955, c: 0.025 }), dark: toHex({ ...accent, l: 0.29, c: 0.06 }) };
  // Under black letters it grows lighter, under white ones darker: it never comes nearer to them.
  const hover = toHex({ ...parseColor(fill), l: parseColor(fill).l + (readableOn(fill) === '#ffffff' ? -0.06 : 0.06) });
  return {
    '--color-accent': `light-dark(${fill}, ${fill})`,
    '--color-accent-hover': `light-dark(${hover}, ${hover})`,
    '--color-on-accent': `light-dark(${readableOn(fill)}, ${readableOn(fill)})`,
    '--color-accent-soft': `light-dark(${soft.light}, ${soft.dark})`,
    ...(typeface === undefined ? {} : faceTokens(typeface)),
    ...(corners === undefined ? {} : radiusTokens(corners)),
    '--color-accent-text': `light-dark(${readable(accent, soft.light, 4.6)}, ${readable({ ...accent, l: 0.75, c: 0.12 }, soft.dark, 4.6)})`,
  };
}

function faceTokens(typeface: Typeface): StyleTokens {
  const { display, text } = typefaces[typeface];
  // The site knows the platform's own two families by the names that it loaded them under; a system's face replaces these.
  return {
    ...(typeface === 'poster' ? {} : { '--face-display': typeface === 'plain' ? 'var(--face-text)' : display }),
    ...(text === null ? {} : { '--face-text': text }),
  };
}

const radiusTokens = (corners: Corners): StyleTokens =>
  Object.fromEntries(Object.entries(cornerRadii[corners]).map(([size, radius]) => [`--radius-${size}`, radius]));
