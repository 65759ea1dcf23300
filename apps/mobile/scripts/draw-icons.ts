import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPng, type Painter } from './png.ts';

type Colour = readonly [number, number, number];

const NIGHT: Colour = [23, 16, 37];
const DUSK: Colour = [92, 33, 112];
const SUN: Colour = [255, 176, 59];
const EMBER: Colour = [255, 84, 112];
const WAVE: Colour = [46, 22, 74];

const opaque = ([r, g, b]: Colour): readonly [number, number, number, number] => [r, g, b, 255];
const between = (a: Colour, b: Colour, share: number): Colour => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];

/** A sun that sets behind two waves: the same picture for every size. */
const sunset =
  (scale: number): Painter =>
  (px, py) => {
    const x = (px - 0.5) / scale;
    const y = (py - 0.5) / scale;
    if (y > 0.27 + 0.04 * Math.sin(x * 9 + 1)) return opaque(NIGHT);
    if (y > 0.13 + 0.045 * Math.sin(x * 8 + 4)) return opaque(WAVE);
    const distance = Math.hypot(x, y + 0.02);
    if (distance < 0.24) return opaque(between(SUN, EMBER, Math.min(1, Math.max(0, (y + 0.26) * 1.8))));
    const ray = Math.cos(Math.atan2(y + 0.02, x) * 16) > 0.35;
    if (ray && distance > 0.29 && distance < 0.37) return opaque(SUN);
    return opaque(between(NIGHT, DUSK, Math.min(1, Math.max(0, y + 0.5))));
  };

/** Writes the icons of the web app and of the native builds; the maskable one keeps to the inner safe zone. */
export function drawIcons(root: string): void {
  const icons = join(root, 'public/icons');
  const assets = join(root, 'assets');
  mkdirSync(icons, { recursive: true });
  mkdirSync(assets, { recursive: true });
  writeFileSync(join(icons, 'icon-192.png'), drawPng(192, sunset(1)));
  writeFileSync(join(icons, 'icon-512.png'), drawPng(512, sunset(1)));
  writeFileSync(join(icons, 'icon-maskable-512.png'), drawPng(512, sunset(0.78)));
  writeFileSync(join(icons, 'icon-apple-180.png'), drawPng(180, sunset(0.9)));
  writeFileSync(join(assets, 'icon-1024.png'), drawPng(1024, sunset(1)));
  writeFileSync(join(assets, 'icon-foreground-1024.png'), drawPng(1024, sunset(0.7)));
}
