import { row } from './crowd.ts';
import { landAt, type ArtworkPalette } from './palette.ts';
import { depth, mirrored, round, stop, tenth } from './path.ts';
import type { Random } from './seeded-random.ts';
import { frame } from './frame.ts';

const ground = 850;
const late = ['', ' fa-late', ' fa-later'] as const;

function paints({ sky, lights }: ArtworkPalette, id: string): string {
  const beam = (name: string, color: string, strength: number) =>
    `<linearGradient id="${id}${name}" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="-820">${stop(color, 0, strength)}${stop(color, 1, 0)}</linearGradient>`;
  return (
    `<linearGradient id="${id}s" x1="0" y1="0" x2="0" y2="1">${stop(sky[0])}${stop(sky[1], 0.3)}${stop(sky[2], 0.6)}${stop(sky[3], 0.86)}</linearGradient>` +
    lights.map((color, at) => beam(`l${at}`, color, 0.95) + beam(`b${at}`, color, 0.34)).join('') +
    `<radialGradient id="${id}h">${stop(sky[3], 0, 0.95)}${stop(sky[2], 0.55, 0.5)}${stop(sky[2], 1, 0)}</radialGradient>` +
    `<radialGradient id="${id}o">${stop('#fff')}${stop(lights[1], 0.35, 0.8)}${stop(lights[1], 1, 0)}</radialGradient>`
  );
}

/** Towers from edge to edge, lower in the middle, with windows where somebody is still awake. */
function skyline(random: Random, palette: ArtworkPalette, far: number, tall: number, base: number): string {
  let path = `M-40 ${base}`;
  let windows = '';
  for (let x = -40; x < frame.width + 40;) {
    const wide = round(random.between(34, 84));
    const middle = Math.abs(x + wide / 2 - frame.middle) / frame.middle;
    const top = round(base - tall * (0.3 + 0.7 * middle) * random.between(0.45, 1));
    const crown = random.pick(['flat', 'flat', 'step', 'mast', 'slant'] as const);
    path += `V${top}`;
    if (crown === 'step') path += `h${round(wide * 0.25)}v-16h${round(wide * 0.5)}v16`;
    if (crown === 'mast') path += `h${round(wide / 2)}v-38h3v38`;
    if (crown === 'slant') path += `l${wide} -22`;
    path += `H${x + wide}`;
    for (let column = x + 9; column < x + wide - 7; column += 11)
      if (random.next() < 0.62) windows += `M${column} ${top + 14 + random.whole(0, 5) * 12}V${base}`;
    x += wide;
  }
  return (
    `<path fill="${landAt(palette, far)}" d="${path}V${base + 200}H-40z"/>` +
    `<path d="${windows}" stroke="${palette.lights[far > 0.3 ? 1 : 0]}" stroke-width="4" stroke-dasharray="5 7 5 19 5 31" opacity="${far > 0.3 ? 0.22 : 0.42}"/>`
  );
}

/** Lines of light that open from one lamp like a fan; drawn upwards from 0,0. */
function fan(random: Random, id: string, color: number, from: number, to: number, count: number): string {
  const lines = Array.from({ length: count }, (_, at) => {
    const angle = ((from + ((to - from) * at) / (count - 1)) * Math.PI) / 180;
    const reach = random.between(720, 900);
    return `M0 0L${round(Math.sin(angle) * reach)} ${round(-Math.cos(angle) * reach)}`;
  });
  return `<path class="fa-sway${random.pick(late)}" d="${lines.join('')}" stroke="url(#${id}l${color})" stroke-width="2.5"/>`;
}

function beams(random: Random, id: string): string {
  return [70, 170, 285]
    .map((from, at) => {
      const lean = round(random.between(10, 120) + at * 130);
      const wide = round(random.between(40, 78));
      return `<path class="fa-sway${late[at] ?? ''}" style="transform-origin:${from}px 0" fill="url(#${id}b${at})" d="M${from - 4} 0L${from + lean - wide}-820h${wide * 2}L${from + 4} 0z"/>`;
    })
    .join('');
}

type Portal = (random: Random, palette: ArtworkPalette, id: string) => string;

const rings: Portal = (random, { lights }) => {
  const count = random.whole(4, 6);
  return Array.from({ length: count }, (_, at) => {
    const r = 96 + at * random.whole(38, 46);
    const dash = random.pick([`${r * 2} 26`, '3 15', `${round(r * 0.7)} 12 4 12`, '40 10'] as const);
    return `<circle class="fa-${at % 2 ? 'wheel' : 'turn'}" r="${r}" stroke="${lights[at % 3]}" stroke-width="${at % 2 ? 4 : 9}" stroke-dasharray="${dash}"/>`;
  }).join('');
};

const pyramid: Portal = (random, { lights }) => {
  const count = random.whole(5, 7);
  return Array.from({ length: count }, (_, at) => {
    const size = 330 * (1 - at / (count + 1));
    const y = round(150 - at * 9);
    return `<path class="fa-twinkle${late[at % 3] ?? ''}" d="M0 ${round(y - size * 1.18)}L${round(size)} ${y}H${-round(size)}z" stroke="${lights[at % 3]}" stroke-width="${at % 2 ? 3 : 8}"/>`;
  }).join('');
};

const grid: Portal = (random, { lights, sun }, id) => {
  const r = random.whole(215, 250);
  const bars = Array.from({ length: 7 }, (_, at) => {
    const y = round(-r * 0.1 + at * r * 0.17);
    const half = round(Math.sqrt(Math.max(0, r * r - y * y)));
    return `M${-half} ${y}H${half}`;
  });
  return (
    `<linearGradient id="${id}u" x1="0" y1="0" x2="0" y2="1">${stop(sun)}${stop(lights[2], 0.55)}${stop(lights[1], 1)}</linearGradient><circle class="fa-breathe" r="${r}" fill="url(#${id}u)"/>` +
    bars.map((d, at) => `<path d="${d}" stroke="#05050d" stroke-width="${5 + at * 3}"/>`).join('') +
    `<circle r="${r + 34}" stroke="${lights[0]}" stroke-width="3" stroke-dasharray="2 12"/>`
  );
};

/** The stage: a wall of light between two towers of loudspeakers. */
function wall(random: Random, palette: ArtworkPalette, id: string): string {
  const { lights, land } = palette;
  const cells = [0, 1, 2].map((color) => {
    const bits = Array.from({ length: 16 }, () => {
      const [x, y] = [random.whole(0, 10) * 20, random.whole(0, 5) * 20];
      return `M${x + 2} -${y + 32}h16`;
    });
    return `<path class="fa-twinkle${late[color] ?? ''}" d="${bits.join('')}" stroke="${lights[color]}" stroke-width="16" opacity=".85"/>`;
  });
  const stack = `<path fill="${land}" d="M222 0v-190h46V0zM280 0v-120h70V0z"/><path d="M226-8V-186M245-8V-186M264-8V-186" stroke="${lights[1]}" stroke-width="1.5" stroke-dasharray="14 4" opacity=".5"/>`;
  return (
    mirrored(`${id}t`, `<path fill="${land}" d="M0-160h224V0H0z" opacity=".82"/>${cells.join('')}${stack}`) +
    `<path fill="${land}" d="M-360 0v-20h720V0zM-34-20v-26h68v26z"/><circle cy="-66" r="11" fill="${land}"/><path fill="none" d="M-12-46l-26-40M12-46l30-34" stroke="${land}" stroke-width="8" stroke-linecap="round"/>`
  );
}

/** A city after midnight: towers, one wall of light, lasers over thousands of heads. */
export function paintCity(random: Random, palette: ArtworkPalette, id: string): string {
  const portal = random.pick([rings, pyramid, grid] as const);
  const stars = Array.from(
    { length: 46 },
    () => `M${round(random.between(0, frame.width))} ${round(random.next() ** 1.5 * 480)}h0`,
  ).join('');
  const low = tenth(random.between(58, 70));
  const fans =
    `<g transform="translate(214 -170)">${fan(random, id, 1, -42, 24, 9)}</g>` +
    `<g transform="translate(330 -110)">${fan(random, id, 0, -low, 8, 7)}</g>` +
    `<g transform="translate(40 -20)">${fan(random, id, 2, 14, low, 6)}</g>`;
  return (
    `<defs>${paints(palette, id)}</defs><path fill="url(#${id}s)" d="M0 0h${frame.width}v${frame.height}H0z"/>` +
    `<path class="fa-twinkle" d="${stars}" stroke="#fff" stroke-width="2.5" stroke-linecap="round" opacity=".6"/>` +
    depth(1, `<ellipse cx="${frame.middle}" cy="760" rx="900" ry="420" fill="url(#${id}h)"/>`) +
    depth(2, skyline(random, palette, 0.5, 330, 800)) +
    depth(
      3,
      `<g fill="none" stroke-linejoin="round" transform="translate(${frame.middle} 520)">${portal(random, palette, id)}</g>`,
    ) +
    depth(4, skyline(random, palette, 0.16, 270, 850)) +
    depth(
      5,
      `<g transform="translate(${frame.middle} ${ground})">${mirrored(`${id}x`, `${beams(random, id)}<g fill="none">${fans}</g>`)}<ellipse rx="620" ry="150" cy="-60" fill="url(#${id}o)" opacity=".38"/>${wall(random, palette, id)}</g>`,
    ) +
    row(random, id, { at: 0, y: 852, size: 10, lively: 0.5, color: landAt(palette, 0.14) }) +
    `<ellipse class="fa-d5" cx="${frame.middle}" cy="900" rx="800" ry="70" fill="url(#${id}h)" opacity=".5"/>` +
    row(random, id, { at: 1, y: 884, size: 18, lively: 0.6, color: landAt(palette, 0.06) }) +
    row(random, id, { at: 2, y: 936, size: 32, lively: 0.62, color: palette.land })
  );
}
