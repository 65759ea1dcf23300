/** Colours as numbers: OKLCH in, sRGB out, and the contrast that WCAG asks for. Pure, so that server, build and browser agree. */

/** Lightness 0..1, chroma 0..0.4, hue in degrees. */
export type Oklch = { l: number; c: number; h: number };
/** Linear-light sRGB, each channel 0..1. */
type Linear = readonly [number, number, number];

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
const encode = (v: number): number => (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);
const decode = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);

// The matrices are Björn Ottosson's, https://bottosson.github.io/posts/oklab/
function labToLinear(l: number, a: number, b: number): Linear {
  const x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const z = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ];
}

function linearToOklch([r, g, b]: Linear): Oklch {
  const x = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const y = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const z = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const l = 0.2104542553 * x + 0.793617785 * y - 0.0040720468 * z;
  const a = 1.9779984951 * x - 2.428592205 * y + 0.4505937099 * z;
  const bb = 0.0259040371 * x + 0.7827717662 * y - 0.808675766 * z;
  return { l, c: Math.hypot(a, bb), h: ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360 };
}

const inGamut = (rgb: Linear): boolean => rgb.every((v) => v >= -0.0001 && v <= 1.0001);

/** OKLCH to linear sRGB, giving up chroma (never hue or lightness) until the colour exists on a screen. */
function toLinear({ l, c, h }: Oklch): Linear {
  const angle = (h * Math.PI) / 180;
  const at = (chroma: number) => labToLinear(l, chroma * Math.cos(angle), chroma * Math.sin(angle));
  if (inGamut(at(c))) return at(c);
  let low = 0;
  let high = c;
  for (let step = 0; step < 12; step += 1) {
    const middle = (low + high) / 2;
    if (inGamut(at(middle))) low = middle;
    else high = middle;
  }
  return at(low);
}

function parseLinear(color: string): Linear {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color.trim())?.[1];
  if (hex !== undefined) {
    const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
    const channel = (at: number) => decode(Number.parseInt(full.slice(at, at + 2), 16) / 255);
    return [channel(0), channel(2), channel(4)];
  }
  const parts = /^oklch\(\s*([\d.]+)(%?)\s+([\d.]+)\s+([\d.]+)(?:deg)?\s*\)$/i.exec(color.trim());
  if (parts === null) throw new RangeError(`Not a colour this house understands: ${color}`);
  return toLinear({ l: Number(parts[1]) / (parts[2] === '%' ? 100 : 1), c: Number(parts[3]), h: Number(parts[4]) });
}

/** Reads `#rgb`, `#rrggbb` or `oklch(l c h)` (opaque). Throws a `RangeError` on anything else. */
export function parseColor(color: string): Oklch {
  return linearToOklch(parseLinear(color));
}

/** Writes a colour as `#rrggbb`, mapped into sRGB. */
export function toHex(color: Oklch): string {
  const channel = (v: number) =>
    Math.round(clamp(encode(clamp(v))) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${toLinear(color).map(channel).join('')}`;
}

/** The colour `share` (0..1) of the way from `a` to `b`, along the shorter arc of hue. */
export function mix(a: Oklch, b: Oklch, share: number): Oklch {
  const turn = ((b.h - a.h + 540) % 360) - 180;
  // A grey has no hue of its own: it takes the other's.
  const h = a.c < 0.01 ? b.h : b.c < 0.01 ? a.h : (a.h + turn * share + 360) % 360;
  return { l: a.l + (b.l - a.l) * share, c: a.c + (b.c - a.c) * share, h };
}

/** Relative luminance, 0 (black) to 1 (white): WCAG 2.2, "relative luminance". */
export function luminance(color: string): number {
  const [r, g, b] = parseLinear(color);
  return 0.2126 * clamp(r) + 0.7152 * clamp(g) + 0.0722 * clamp(b);
}

/** Contrast of two opaque colours, 1 to 21: WCAG 2.2, "contrast ratio". 4.5 is enough for text, 3 for large text and controls. */
export function contrast(a: string, b: string): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** Black or white, whichever is read better on `background`. */
export function readableOn(background: string): '#ffffff' | '#000000' {
  return contrast(background, '#ffffff') >= contrast(background, '#000000') ? '#ffffff' : '#000000';
}
