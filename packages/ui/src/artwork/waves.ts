import { mix, parseColor, toHex } from '../color.ts';
import { frame } from './frame.ts';
import { landAt, type ArtworkPalette } from './palette.ts';
import { depth, round, tenth } from './path.ts';
import type { Random } from './seeded-random.ts';

const late = ['', ' fa-late', ' fa-later'] as const;

/** The sea's colour: 0 at the beach, 1 at the horizon. */
const seaAt = ({ land, sky }: ArtworkPalette, far: number): string =>
  toHex(mix(mix(parseColor(land), parseColor(sky[1]), 0.35), parseColor(sky[2]), far));

/** Scales of water: arcs within arcs, a row of them, seamless to both sides. */
function scales(id: string, name: string, r: number, ink: string, line: string): string {
  const arcs = [1, 0.74, 0.48, 0.22].map((share) => `<circle r="${tenth(r * share)}"/>`).join('');
  return `<symbol id="${id}${name}" overflow="visible"><g fill="${ink}" stroke="${line}" stroke-width="${tenth(r / 12)}">${arcs}</g></symbol>`;
}

function water(random: Random, palette: ArtworkPalette, id: string): string {
  const rows = [
    { y: 704, r: 26 },
    { y: 722, r: 34 },
    { y: 748, r: 44 },
    { y: 784, r: 58 },
    { y: 832, r: 76 },
    { y: 896, r: 98 },
    { y: 976, r: 124 },
  ];
  return rows
    .map(({ y, r }, at) => {
      const far = 1 - at / (rows.length - 1);
      const ink = seaAt(palette, far * 0.85);
      const line = toHex(mix(parseColor(ink), parseColor(palette.sky[3]), 0.34 + far * 0.3));
      const shift = round(random.between(0, r));
      const uses = Array.from(
        { length: Math.ceil(1700 / (r * 2)) + 1 },
        (_, one) => `<use href="#${id}c${at}" x="${one * r * 2 - 50 - shift}" y="${y + r - 10}"/>`,
      );
      const layer = Math.min(6, 2 + Math.floor(at * 0.75)) as 2 | 3 | 4 | 5 | 6;
      return `<defs>${scales(id, `c${at}`, r, ink, line)}</defs>${depth(layer, `<g class="fa-drift${late[at % 3] ?? ''}">${uses.join('')}</g>`)}`;
    })
    .join('');
}

/** A wave that breaks, claws and all; it comes from the left. */
function breaker({ sky, sun }: ArtworkPalette, ink: string, line: string): string {
  return (
    `<path fill="${ink}" d="M-760 420C-620 330-520 60-300-20-160-70-20-40 40 50 60 84 60 120 34 150c-10-36-40-60-76-62 30 22 40 56 22 88-22-34-56-50-92-44 34 24 44 60 30 100 60 90 220 140 420 190z"/>` +
    `<g fill="none" stroke="${line}" stroke-width="8" stroke-linecap="round"><path d="M-640 380C-520 290-440 90-290 26-190-16-90-6-30 36M-560 400C-450 310-390 140-280 84-210 50-150 54-104 74M-470 412C-390 340-340 220-270 160"/></g>` +
    `<path fill="${sun}" d="M40 50c16-24 44-22 50 0 22-4 34 18 22 34 18 12 10 40-12 40-2 22-34 30-46 10-14 20-44 12-44-12-24 6-40-20-26-38-18-14-8-42 14-42 2-22 32-22 42 8z"/><g fill="${sky[3]}"><circle cx="128" cy="30" r="8"/><circle cx="150" cy="74" r="5"/><circle cx="118" cy="-6" r="5"/><circle cx="166" cy="38" r="4"/><circle cx="92" cy="-26" r="4"/></g>`
  );
}

function moon(random: Random, palette: ArtworkPalette, id: string): string {
  const { sun, sky } = palette;
  const r = random.whole(150, 190);
  const x = frame.middle + random.whole(-110, 110);
  const rings = Array.from(
    { length: 5 },
    (_, at) => `<circle r="${r + 34 + at * 40}" opacity="${tenth(0.5 - at * 0.09)}" stroke-width="${7 - at}"/>`,
  );
  const glints = Array.from({ length: 14 }, (_, at) => {
    const wide = round(random.between(20, 60) + at * 8);
    return `M${round(x + random.between(-30, 30) - wide / 2)} ${704 + at * 15}h${wide}`;
  });
  return (
    depth(
      1,
      `<g transform="translate(${x} 600)"><circle r="${r * 3}" fill="url(#${id}g)"/><g class="fa-breathe" fill="none" stroke="${sun}">${rings.join('')}</g><circle r="${r}" fill="${sun}"/></g>`,
    ) +
    `<path fill="${seaAt(palette, 0.9)}" d="M0 690h1600v310H0z"/>` +
    `<path class="fa-twinkle" d="${glints.join('')}" stroke="${sun}" stroke-width="5" stroke-linecap="round"/>` +
    `<path d="M0 690h1600" stroke="${sky[3]}" stroke-width="3"/>`
  );
}

/** Clouds that curl. */
function curls(random: Random, { sky, sun }: ArtworkPalette): string {
  const one = (x: number, y: number, s: number, way: number) =>
    `<g transform="translate(${round(x)} ${round(y)})scale(${tenth(s * way)} ${tenth(s)})"><path d="M-190 40H60a46 46 0 1 0-46-46 30 30 0 1 0 30-30M-130 72H130M-60-6a34 34 0 1 0-34-34 22 22 0 0 0 22 22"/></g>`;
  const left = one(random.between(230, 360), random.between(250, 380), random.between(0.8, 1.2), 1);
  const right = one(random.between(1240, 1370), random.between(240, 400), random.between(0.8, 1.2), -1);
  return depth(
    2,
    `<g fill="none" stroke-linecap="round" stroke="${sky[3]}" stroke-width="9" opacity=".75"><g class="fa-drift">${left}</g><g class="fa-drift fa-late">${right}</g></g><path class="fa-twinkle" d="${Array.from({ length: 26 }, () => `M${random.whole(0, 1600)} ${random.whole(20, 360)}h0`).join('')}" stroke="${sun}" stroke-width="4" stroke-linecap="round"/>`,
  );
}

/** A boat with a lantern; people on board. */
function boat(palette: ArtworkPalette, x: number, y: number, size: number, way: number, light: string): string {
  const hull = landAt(palette, 0.05);
  return `<g transform="translate(${x} ${y})scale(${tenth(size * way)} ${tenth(size)})"><g class="fa-sway"><path fill="${hull}" d="M-120-14Q0 20 132-34 116 26 70 30H-70Q-108 26-120-14z"/><path d="M-10 4V-150" stroke="${hull}" stroke-width="7"/><path fill="${palette.sky[3]}" d="M0-146Q96-92 92-22 46-2 0-8z"/><path fill="${light}" d="M-16-140Q-84-80-84-14-50-4-16-8z"/><circle cx="112" cy="-64" r="34" fill="${light}" opacity=".25"/><circle cx="112" cy="-64" r="13" fill="${light}"/><path d="M112-80V-98L124-34" stroke="${hull}" stroke-width="4" fill="none"/><g fill="${hull}"><circle cx="-60" cy="-34" r="12"/><path d="M-76 6q0-30 16-30t16 30zM32 2q0-34 16-34T64 2z"/><circle cx="48" cy="-42" r="12"/></g></g></g>`;
}

function lighthouse(palette: ArtworkPalette, id: string, way: number): string {
  const dark = landAt(palette, 0.3);
  const { lights, sky } = palette;
  return depth(
    3,
    `<g transform="translate(${frame.middle + way * 560} 716)scale(${-way} 1)"><g class="fa-sway" style="transform-origin:0 -270px"><path fill="url(#${id}b)" d="M0-270L900-420V-200z"/></g><path fill="${dark}" d="M-240 20q60-70 150-60 70-50 150-10 110-6 150 70z"/><path fill="${sky[3]}" d="M-34-20L-22-244h44L34-20z"/><path fill="${lights[2]}" d="M-31-70l3-54h56l3 54zM-26-162l2-48h48l2 48z"/><path fill="${dark}" d="M-30-244h60v-8h-60zM-18-252h36v-40h-36zM-24-292h48L0-318z"/><circle cy="-272" r="13" fill="${lights[0]}"/></g>`,
  );
}

/** The sea at night as it is cut in wood: a moon, scales of water, breakers, boats with lanterns. */
export function paintWaves(random: Random, palette: ArtworkPalette, id: string): string {
  const { sky, lights, sun } = palette;
  const way = random.pick([-1, 1] as const);
  const [ink, line] = [seaAt(palette, 0.12), seaAt(palette, 0.95)];
  const [back, backLine] = [seaAt(palette, 0.45), sky[3]];
  const near = breaker(palette, ink, line);
  return (
    `<defs><linearGradient id="${id}s" x1="0" y1="0" x2="0" y2="1"><stop stop-color="${sky[0]}"/><stop offset=".32" stop-color="${sky[1]}"/><stop offset=".56" stop-color="${sky[2]}"/><stop offset=".7" stop-color="${sky[3]}"/></linearGradient>` +
    `<radialGradient id="${id}g"><stop stop-color="${sun}" stop-opacity=".6"/><stop offset="1" stop-color="${sky[2]}" stop-opacity="0"/></radialGradient><linearGradient id="${id}b"><stop stop-color="${lights[0]}" stop-opacity=".6"/><stop offset="1" stop-color="${lights[0]}" stop-opacity="0"/></linearGradient></defs>` +
    `<path fill="url(#${id}s)" d="M0 0h1600v1000H0z"/>` +
    moon(random, palette, id) +
    curls(random, palette) +
    lighthouse(palette, id, -way) +
    boat(palette, frame.middle + way * 330, 716, 0.42, -way, lights[1]) +
    depth(
      4,
      `<g transform="translate(${frame.middle - way * 330} 590)scale(${-way * 0.62} .62)">${breaker(palette, back, backLine)}</g>`,
    ) +
    water(random, palette, id) +
    depth(5, boat(palette, frame.middle + way * random.whole(20, 70), 850, 1.02, way, lights[0])) +
    depth(
      6,
      `<g class="fa-float"><g transform="translate(${frame.middle + way * 560} 640)scale(${-way} 1)">${near}</g></g>`,
    )
  );
}
