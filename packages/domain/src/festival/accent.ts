/** Whether a festival's own colour is strong enough to be seen, and the nearest one that is. Pure: the form and the server ask the same. */

type Rgb = readonly [number, number, number];

/** The pages on which it must be seen: the light one, and the dark one's surface. */
const pages = { light: '#ffffff', dark: '#16161c' } as const;
/** What a control needs against the page it stands on: WCAG 2.2, 1.4.11. */
export const neededContrast = 3;

export interface Weakness {
  /** Where it is too weak. */
  page: keyof typeof pages;
  /** The contrast that it has, 1 to 21. */
  ratio: number;
}

const rgbOf = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
const hexOf = (rgb: Rgb): string =>
  `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance: WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = rgbOf(hex).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours written `#rrggbb`, 1 to 21: WCAG 2.2. */
export function contrastOf(a: string, b: string): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** Where a colour is too weak; nowhere for one that may be used. @param accent `#rrggbb` */
export const weaknesses = (accent: string): Weakness[] =>
  (['light', 'dark'] as const)
    .map((page) => ({ page, ratio: contrastOf(accent, pages[page]) }))
    .filter(({ ratio }) => ratio < neededContrast);

/** The colour nearest to one that is too weak: as much darker or lighter as it takes, and no more. @param accent `#rrggbb` */
export function nearestStrong(accent: string): string {
  const steps = Array.from({ length: 100 }, (_, step) => (step + 1) / 100);
  const candidates = [accent, ...steps.flatMap((share) => [mixed(accent, 0, share), mixed(accent, 255, share)])];
  return candidates.find((candidate) => weaknesses(candidate).length === 0) ?? accent;
}

const mixed = (hex: string, towards: number, share: number): string =>
  hexOf(rgbOf(hex).map((channel) => channel + (towards - channel) * share) as unknown as Rgb);
