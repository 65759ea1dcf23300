import { mix, parseColor, toHex } from '../color.ts';
import { landAt, type ArtworkPalette } from './palette.ts';
import type { Random } from './seeded-random.ts';
import { frame } from './frame.ts';

const round = (value: number): number => Math.round(value);
const ground = 830;

/** Half of a stage, right of the middle line (x = 0) and above the boards (y = 0); the other half is its mirror image. */
type Half = (random: Random, palette: ArtworkPalette, id: string) => string;

const beams: Half = (random, palette, id) => {
  const one = (from: number, at: number) => {
    const lean = round(random.between(30, 150) + at * 95);
    const wide = round(random.between(36, 60));
    return `<path class="fa-sway${at % 2 ? ' fa-late' : ''}" style="transform-origin:${from}px -60px" fill="url(#${id}b${at})" d="M${from - 3}-60L${from + lean - wide}-640h${wide * 2}L${from + 3}-60z"/>`;
  };
  return [50, 150, 260].map(one).join('');
};

const flower: Half = (random, palette, id) => {
  const count = random.whole(3, 5);
  const tall = random.between(3.1, 3.5);
  const wide = random.between(2.6, 3.3) * (4 / count) ** 0.5;
  const open = random.between(70, 82);
  const leaf = (name: string, fill: string, rib: string) =>
    `<g id="${id}${name}"><path fill="url(#${id}${fill})" d="M0 0C-22-30-22-72 0-100 22-72 22-30 0 0z"/><path d="M0-26V-84M0-100h0" stroke="${rib}" stroke-width="1.6" stroke-linecap="round"/></g>`;
  const row = (name: string, length: number, width: number, shift: number) =>
    Array.from({ length: count }, (_, at) => count - at - shift)
      .map((at) => {
        const shrink = 1 - (at / count) ** 1.5 * 0.34;
        return `<use href="#${id}${name}" transform="rotate(${round((at / count) * open)})scale(${(width * shrink).toFixed(1)} ${(length * shrink).toFixed(1)})"/>`;
      })
      .join('');
  const [warm, cool] = palette.lights;
  return (
    `<defs>${leaf('v', 'p', warm)}${leaf('u', 'q', cool)}</defs>${row('v', tall, wide, 0)}<use href="#${id}v" transform="scale(${wide.toFixed(1)} ${tall.toFixed(1)})"/>` +
    row('u', tall * 0.66, wide * 0.8, 0.5)
  );
};

const arches: Half = (random, palette, id) => {
  const count = random.whole(4, 5);
  const reach = random.between(265, 300);
  const pointed = random.next() < 0.5;
  return Array.from({ length: count }, (_, at) => {
    const r = round(reach * (1 - at / (count + 1)));
    const h = round(r * (pointed ? 1.22 : 1.02));
    const shape = pointed
      ? `M-1-${h}h1C${round(r * 0.4)}-${round(h * 0.86)} ${r}-${round(h * 0.72)} ${r}-${round(h * 0.38)}V0`
      : `M-1-${h}h1A${r} ${round(h * 0.9)} 0 0 1 ${r}-${round(h * 0.1)}V0`;
    return (
      `<path fill="url(#${id}${at % 2 ? 'q' : 'p'})" stroke="${palette.lights[at % 3]}" stroke-width="3" d="${shape}H-1"/>` +
      `<path fill="none" stroke="${palette.lights[(at + 1) % 3]}" stroke-width="7" stroke-dasharray="0 17" stroke-linecap="round" class="fa-twinkle${at % 2 ? ' fa-late' : ''}" transform="scale(.95)" d="${shape}"/>`
    );
  }).join('');
};

const castle: Half = (random, palette, id) => {
  const towers = random.whole(3, 4);
  const tall = random.between(2.35, 2.7);
  const tip = round(random.between(124, 136));
  const [warm, cool] = palette.lights;
  const tower = (x: number, height: number, width: number, name = 'u') =>
    `<use href="#${id}${name}" transform="translate(${x})scale(${width.toFixed(2)} ${height.toFixed(2)})"/>`;
  const symbol =
    `<g id="${id}u"><g id="${id}v"><path fill="url(#${id}p)" d="M-30 0V-100h60V0z"/><path fill="url(#${id}h)" d="M-40-100Q-9-107 0-${tip} 9-107 40-100z"/><path d="M0-86v14M0-52v10" stroke="${warm}" stroke-width="13" stroke-linecap="round"/></g>` +
    `<path d="M0-${tip}v-9" stroke="${cool}" stroke-width="3"/><path class="fa-wave" fill="${cool}" d="M0-${tip + 10}q13-2 28 1-15 1-28 4z"/></g>`;
  const sides = Array.from({ length: towers }, (_, at) => towers - at).map((at) =>
    tower(round((at / towers) * 258), tall * (1 - (at / towers) * 0.5) * (at % 2 ? 0.78 : 1), 1 - at * 0.06),
  );
  return `<defs>${symbol}</defs>${sides.join('')}${tower(0, tall, 1.4, 'v')}`;
};

function paints(palette: ArtworkPalette, id: string): string {
  const dark = landAt(palette, 0.06);
  const [warm, cool, third] = palette.lights;
  const glow = (to: string, share: number) => toHex(mix(parseColor(dark), parseColor(to), share));
  const leaf = (color: string) =>
    `<stop stop-color="${landAt(palette, 0.3)}"/><stop offset=".4" stop-color="${dark}"/><stop offset=".75" stop-color="${glow(color, 0.5)}"/><stop offset="1" stop-color="${color}"/>`;
  const beam = (color: string) =>
    `<stop stop-color="${color}" stop-opacity=".6"/><stop offset="1" stop-color="${color}" stop-opacity="0"/>`;
  return (
    `<linearGradient id="${id}q" x1="0" y1="0" x2="0" y2="1">${leaf(cool)}</linearGradient><linearGradient id="${id}p" x1="0" y1="0" x2="0" y2="1">${leaf(warm)}</linearGradient>` +
    `<linearGradient id="${id}h"><stop stop-color="${glow(cool, 0.5)}"/><stop offset="1" stop-color="${dark}"/></linearGradient>` +
    `<linearGradient id="${id}b0" gradientUnits="userSpaceOnUse" x1="0" y1="-60" x2="0" y2="-620">${beam(warm)}</linearGradient>` +
    `<linearGradient id="${id}b1" href="#${id}b0">${beam(cool)}</linearGradient><linearGradient id="${id}b2" href="#${id}b0">${beam(third)}</linearGradient>` +
    `<radialGradient id="${id}o"><stop stop-color="#fff"/><stop offset=".3" stop-color="${warm}"/><stop offset="1" stop-color="${warm}" stop-opacity="0"/></radialGradient>`
  );
}

/** The stage, in the middle, lit from within. What it looks like is the festival's own. */
export function paintStage(random: Random, palette: ArtworkPalette, id: string): string {
  const build = random.pick([flower, arches, castle] as const);
  const dark = landAt(palette, 0.06);
  const twice = (name: string, half: string) =>
    `<g id="${id}${name}">${half}</g><use href="#${id}${name}" transform="scale(-1 1)"/>`;
  const screen = `<path fill="${dark}" d="M200 0v-134h10v12h102v-40h12V0z"/><path fill="url(#${id}q)" d="M214-112h92v74h-92z"/>`;
  return (
    `${paints(palette, id)}<g class="fa-d5"><g transform="translate(${frame.middle} ${ground})scale(1.08)">${twice('x', beams(random, palette, id))}<ellipse rx="640" ry="120" fill="url(#${id}o)" opacity=".45"/>` +
    twice('y', build(random, palette, id) + screen) +
    `<ellipse class="fa-breathe" cy="-40" rx="160" ry="96" fill="url(#${id}o)"/><path fill="${dark}" d="M-344 0v-26h688V0zM-44-26v-24h88v24zM-7-50q-9-3-8-14l-14-18 5-4 15 17q9-4 18 0l15-17 5 4-14 18q1 11-8 14z"/><circle cy="-76" r="8" fill="${dark}"/>` +
    `<path d="M-332-14H332" stroke="${palette.lights[2]}" stroke-width="5" stroke-dasharray="0 14" stroke-linecap="round"/></g></g>`
  );
}
