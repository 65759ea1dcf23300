import { contrast, mix, parseColor, toHex, type Oklch } from '../color.ts';

/** What a picture is painted with; every colour is `#rrggbb` or `oklch(l c h)`. */
export type ArtworkPalette = {
  /** From the zenith to the horizon. On the zenith a title stands, in white or in the land's colour: see `inkOn`. */
  sky: readonly [string, string, string, string];
  sun: string;
  /** The nearest ground: the darkest colour of the picture. */
  land: string;
  /** Lamps, beams, confetti. */
  lights: readonly [string, string, string];
};

/** Hours and places, named for the mood: the palettes that a festival's theme may name. */
export const palettes = {
  sunset: {
    sky: ['#1c1147', '#6a1f76', '#e8505b', '#ffc46b'],
    sun: '#fff0c2',
    land: '#150b2e',
    lights: ['#ffd166', '#ff6b9d', '#6ee7ff'],
  },
  forest: {
    sky: ['#0f2d4d', '#2c6e86', '#8fbf8b', '#ffe9a8'],
    sun: '#fffbe0',
    land: '#0b2229',
    lights: ['#ffe66d', '#ff8c61', '#a8f0c6'],
  },
  ocean: {
    sky: ['#04233f', '#0b5c7d', '#23a6a0', '#f7e3a1'],
    sun: '#fff7d6',
    land: '#031a2c',
    lights: ['#7df9d0', '#ffd36e', '#ff8fa3'],
  },
  neon: {
    sky: ['#060614', '#1a1446', '#4b2a9b', '#c561d6'],
    sun: '#fbe6ff',
    land: '#05040f',
    lights: ['#ff71ce', '#7afcff', '#fff07c'],
  },
  desert: {
    sky: ['#171a4d', '#7a3f78', '#e9804f', '#ffe2a6'],
    sun: '#fff4d4',
    land: '#1b1020',
    lights: ['#ffcf70', '#6fe3d0', '#ff8a6b'],
  },
  dawn: {
    sky: ['#2a0f3f', '#8b2f78', '#f27ca0', '#ffd9b8'],
    sun: '#fff3e3',
    land: '#1c0a2c',
    lights: ['#ffe08a', '#ff9ecd', '#9ad8ff'],
  },
  /** Printed on cream: a summer's morning. */
  meadow: {
    sky: ['#fdf3d8', '#fbe3b0', '#f6c98a', '#f3a868'],
    sun: '#e8572f',
    land: '#0f3a30',
    lights: ['#f4b73c', '#e4562e', '#2c9a83'],
  },
  /** Vermilion, brass and ivory: a poster of three inks. */
  brass: {
    sky: ['#8a1a17', '#ad2a1b', '#cf4a26', '#f0a63c'],
    sun: '#fbe9c0',
    land: '#190b10',
    lights: ['#f6bd4a', '#fbeed2', '#3aa39c'],
  },
  /** Black, and what cuts through it. */
  midnight: {
    sky: ['#05050d', '#0b0b24', '#17124f', '#4a24c9'],
    sun: '#e2fbff',
    land: '#040409',
    lights: ['#c8ff3e', '#19e3ff', '#ff3d9a'],
  },
} as const satisfies Record<string, ArtworkPalette>;

/** The palettes' names. */
export type PaletteName = keyof typeof palettes;

/** A whole palette from one accent colour: dusk in the accent's hue, its warm neighbour on the horizon. */
export function paletteFromAccent(accent: string): ArtworkPalette {
  const { h } = parseColor(accent);
  const of = (l: number, c: number, turn: number) => toHex({ l, c, h: (h + turn + 360) % 360 });
  return {
    sky: [of(0.2, 0.09, -30), of(0.4, 0.15, -12), of(0.67, 0.17, 14), of(0.88, 0.11, 46)],
    sun: of(0.97, 0.04, 60),
    land: of(0.15, 0.05, -35),
    lights: [of(0.9, 0.14, 60), of(0.75, 0.18, 0), of(0.88, 0.12, 170)],
  };
}

/** What a title on the picture's sky is written in: white, or the land's colour where the sky is bright. */
export const inkOn = (palette: ArtworkPalette): string =>
  contrast(palette.sky[0], '#ffffff') > 7 ? '#ffffff' : palette.land;

/** The ground at a distance: 0 is at our feet, 1 is lost in the horizon's haze. */
export function landAt(palette: ArtworkPalette, distance: number): string {
  const haze: Oklch = mix(parseColor(palette.sky[1]), parseColor(palette.sky[2]), 0.55 + distance * 0.35);
  return toHex(mix(parseColor(palette.land), haze, distance));
}
