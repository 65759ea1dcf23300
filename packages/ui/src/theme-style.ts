import { inkOn, palettes, type PaletteName } from './artwork/palette.ts';
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

/** The hue in which a festival speaks: its dusk, saturated; a printed palette speaks in one of its inks. */
function accentOf(palette: PaletteName): Oklch {
  const { sky, lights } = palettes[palette];
  const spoken = { sunset: sky[2], desert: sky[2], meadow: lights[2], brass: sky[2], midnight: lights[2] } as const;
  const { h } = parseColor(palette in spoken ? spoken[palette as keyof typeof spoken] : sky[1]);
  return { l: 0.55, c: palette === 'meadow' ? 0.11 : 0.19, h };
}

/** The colour that a palette speaks in when a festival names none of its own. */
export const paletteAccent = (palette: PaletteName): string => readable(accentOf(palette), '#ffffff', 4.6);

/**
 * Pairs of faces: one for what is shouted, one for what is read. Those with a `stand-in` come with the platform and are fetched
 * where a page is set in them and nowhere else; the others are what devices have by themselves, so that no page waits for them.
 * `wide` is how many ems a capital takes, `weight` and `stretch` how it is cut.
 */
export const typefaces = {
  poster: {
    display: "'Bricolage Grotesque Variable', 'Display Stand-in', 'Inter Variable', system-ui, sans-serif",
    text: null,
    cut: { weight: 800, stretch: '78%', tracking: '-0.035em', leading: 0.88, wide: 0.54 },
  },
  plain: {
    display: "'Inter Variable', 'Text Stand-in', system-ui, sans-serif",
    text: null,
    cut: { weight: 800, stretch: '100%', tracking: '-0.045em', leading: 0.92, wide: 0.72 },
  },
  classic: {
    display: "'Iowan Old Style', 'Palatino Linotype', Palatino, 'URW Palladio L', Georgia, 'DejaVu Serif', serif",
    text: null,
    cut: { weight: 700, stretch: '100%', tracking: '-0.02em', leading: 0.95, wide: 0.76 },
  },
  round: {
    display:
      "ui-rounded, 'SF Pro Rounded', 'Hiragino Maru Gothic ProN', 'Arial Rounded MT Bold', 'Varela Round', Nunito, 'Trebuchet MS', 'DejaVu Sans', sans-serif",
    text: null,
    cut: { weight: 800, stretch: '100%', tracking: '-0.03em', leading: 0.94, wide: 0.78 },
  },
  typewriter: {
    display: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, 'DejaVu Sans Mono', monospace",
    text: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, 'DejaVu Sans Mono', monospace",
    cut: { weight: 700, stretch: '100%', tracking: '-0.06em', leading: 0.98, wide: 0.62 },
  },
  wide: {
    display: "'Unbounded Variable', 'Wide Stand-in', system-ui, sans-serif",
    text: null,
    cut: { weight: 800, stretch: '100%', tracking: '-0.055em', leading: 0.98, wide: 0.84 },
  },
  storybook: {
    display: "'Fraunces Variable', 'Storybook Stand-in', Georgia, serif",
    text: null,
    cut: { weight: 750, stretch: '100%', tracking: '-0.025em', leading: 0.94, wide: 0.72 },
  },
  elegant: {
    display: "'Playfair Display Variable', 'Elegant Stand-in', Georgia, serif",
    text: null,
    cut: { weight: 800, stretch: '100%', tracking: '-0.02em', leading: 0.94, wide: 0.7 },
  },
  tall: {
    display: "'Big Shoulders Variable', 'Tall Stand-in', 'Arial Narrow', sans-serif",
    text: null,
    cut: { weight: 850, stretch: '100%', tracking: '-0.012em', leading: 0.86, wide: 0.48 },
  },
} as const;
export type Typeface = keyof typeof typefaces;

/** How corners are cut, by the size of what they belong to. */
export const cornerRadii = {
  sharp: { sm: '0', md: '0', lg: '0', xl: '0', '2xl': '0', '3xl': '0' },
  soft: { sm: '0.25rem', md: '0.375rem', lg: '0.5rem', xl: '0.75rem', '2xl': '1rem', '3xl': '1.5rem' },
  round: { sm: '0.375rem', md: '0.625rem', lg: '1rem', xl: '1.5rem', '2xl': '2rem', '3xl': '2.75rem' },
  pill: { sm: '0.5rem', md: '0.875rem', lg: '1.375rem', xl: '1.75rem', '2xl': '2.25rem', '3xl': '3.5rem' },
} as const;
export type Corners = keyof typeof cornerRadii;

/** How round a button is; a small control follows `md`. */
const buttonRadii: Record<Corners, string> = { sharp: '0', soft: '0.75rem', round: '1.25rem', pill: '999px' };

/** The space above and below the parts of a page. */
const rhythms = {
  close: 'clamp(3rem, 6vw, 5rem)',
  even: 'clamp(4.5rem, 8vw, 7rem)',
  airy: 'clamp(5.5rem, 11vw, 10rem)',
} as const;
export type Rhythm = keyof typeof rhythms;
export type Lettering = 'loud' | 'plain' | 'capitals' | 'small';
export type PosterLayout = 'centred' | 'left' | 'bill';

/** What of a theme makes its style. */
export type StyledTheme = {
  palette: PaletteName;
  accent?: string | undefined;
  typeface?: Typeface | undefined;
  corners?: Corners | undefined;
  lettering?: Lettering | undefined;
  layout?: PosterLayout | undefined;
  rhythm?: Rhythm | undefined;
  light?: 'reader' | 'night' | undefined;
};

/** What a festival's page is dressed in: its tokens, and what style sheets ask for by name. Spread it on the page's outermost element. */
export const themeLook = (theme: StyledTheme) => ({
  style: themeStyle(theme),
  'data-look': theme.layout ?? 'centred',
  'data-lettering': theme.lettering ?? 'loud',
  'data-light': theme.light ?? 'reader',
});

/**
 * A festival's theme as token values; set them on any element and everything below speaks in its colours.
 * Text in and on the accent reaches 4.5:1 in light and in dark, whatever the palette; so does what is written on the poster.
 */
export function themeStyle(theme: StyledTheme): StyleTokens {
  const { palette, typeface, corners, rhythm } = theme;
  return {
    ...accentTokens(theme),
    ...paperTokens(palette),
    ...posterTokens(theme),
    ...(typeface === undefined ? {} : faceTokens(typeface)),
    ...(corners === undefined ? {} : radiusTokens(corners)),
    ...(rhythm === undefined ? {} : { '--rhythm': rhythms[rhythm] }),
  };
}

function accentTokens({ palette, accent: own }: StyledTheme): StyleTokens {
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
    '--color-accent-text': `light-dark(${readable(accent, soft.light, 4.6)}, ${readable({ ...accent, l: 0.75, c: 0.12 }, soft.dark, 4.6)})`,
  };
}

/** The paper that a festival prints on: the house's greys, in the warmth of its horizon and the depth of its ground. */
function paperTokens(palette: PaletteName): StyleTokens {
  const { sky, land } = palettes[palette];
  const [day, night] = [parseColor(sky[3]), parseColor(land)];
  const paper = (light: readonly [number, number], dark: readonly [number, number]) =>
    `light-dark(${toHex({ l: light[0], c: light[1], h: day.h })}, ${toHex({ l: dark[0], c: dark[1], h: night.h })})`;
  return {
    '--color-canvas': paper([0.982, 0.014], [0.165, 0.02]),
    '--color-surface': paper([0.994, 0.006], [0.2, 0.022]),
    '--color-raised': paper([0.997, 0.003], [0.235, 0.024]),
    '--color-sunken': paper([0.957, 0.024], [0.145, 0.018]),
    '--color-hover': paper([0.945, 0.026], [0.265, 0.026]),
    '--color-line': paper([0.905, 0.03], [0.3, 0.026]),
  };
}

/** The poster's own colours: they are the same by day and by night. */
function posterTokens({ palette, layout, lettering, typeface = 'poster' }: StyledTheme): StyleTokens {
  const colors = palettes[palette];
  const ink = inkOn(colors);
  // A bill is printed on the poster's own ground, and so is what is printed on bright paper.
  const ground = layout === 'bill' || ink !== '#ffffff' ? colors.sky[0] : colors.land;
  const [one, two, three] = colors.lights.map((light) => readable(parseColor(light), ground, 4.6));
  const { weight, stretch, tracking, leading, wide } = typefaces[typeface].cut;
  // Small letters are narrower than the capitals that were measured.
  const taken = lettering === 'plain' || lettering === 'small' ? Math.round(wide * 82) / 100 : wide;
  return {
    '--poster-sky': colors.sky[0],
    '--poster-ink': ink,
    '--poster-land': colors.land,
    '--poster-ground': ground,
    '--on-ground': ground === colors.land ? '#ffffff' : ink,
    '--poster-light-1': one ?? ink,
    '--poster-light-2': two ?? ink,
    '--poster-light-3': three ?? ink,
    '--face-weight': String(weight),
    '--face-stretch': stretch,
    '--face-tracking': tracking,
    '--face-leading': String(leading),
    '--face-wide': String(taken),
    // A wide face is set smaller, so that its longest word still fits.
    '--face-size': String(Math.round(Math.min(1.1, 0.54 / taken) * 100) / 100),
  };
}

function faceTokens(typeface: Typeface): StyleTokens {
  const { display, text } = typefaces[typeface];
  return {
    ...(typeface === 'poster' ? {} : { '--face-display': display }),
    ...(text === null ? {} : { '--face-text': text }),
  };
}

const radiusTokens = (corners: Corners): StyleTokens => ({
  ...Object.fromEntries(Object.entries(cornerRadii[corners]).map(([size, radius]) => [`--radius-${size}`, radius])),
  '--radius-button': buttonRadii[corners],
});
