import { landAt, type ArtworkPalette } from './palette.ts';
import type { Random } from './seeded-random.ts';
import { frame } from './frame.ts';

const round = (value: number): number => Math.round(value);
const tile = 276;

/** One stretch of people, `tile` wide and seamless: heads, shoulders, arms in the air. */
function people(random: Random, size: number, lively: number): string {
  const count = Math.round(tile / (size * 2.6));
  const step = tile / count;
  const shoulder = round(size * 1.35);
  let path = '';
  let arms = '';
  let [x, y] = [0, shoulder];
  const to = (nextX: number, nextY: number) => {
    path += `${path === '' || path.endsWith(' 0') ? 'l' : ' '}${nextX - x} ${nextY - y}`;
    [x, y] = [nextX, nextY];
  };
  for (let at = 0; at < count; at += 1) {
    const middle = round((at + 0.5) * step);
    const rise = round(random.between(-0.6, 0.5) * size);
    const head = round(size * random.between(0.6, 0.72));
    const neck = round(head * 0.4);
    const wide = round(step * 0.36);
    to(middle - wide, shoulder + rise);
    to(middle - neck, rise + round(head * 0.9));
    path += `a${head} ${round(head * 1.15)} 0 1 1 ${neck * 2} 0`;
    x += neck * 2;
    to(middle + wide, shoulder + rise);
    for (const side of [-1, 1]) {
      if (random.next() > lively) continue;
      const reach = round(side * size * random.between(0, 0.45));
      arms += `M${middle + side * round(wide * 0.85)} ${shoulder + rise + 4}l${round(side * size * 0.25)}-${round(size)} ${reach}-${round(size * random.between(0.8, 1.5))}`;
    }
  }
  return `<path stroke="none" d="M0 200V${shoulder}${path.replaceAll(' -', '-')}L${tile} ${shoulder}V200z"/><path fill="none" d="${arms}" stroke-width="${round(size * 0.4)}"/>`;
}

export type Row = { at: number; y: number; size: number; lively: number; color: string };

/** A row of people from edge to edge, jumping; `at` is its number in the picture. */
export function row(random: Random, id: string, { at, y, size, lively, color }: Row): string {
  const from = -round(random.between(0, tile));
  const copies = Array.from({ length: 7 }, (_, copy) => `<use href="#${id}w${at}" x="${from + copy * tile}"/>`);
  return (
    `<defs><g id="${id}w${at}">${people(random, size, lively)}</g></defs><g class="fa-d6"><g class="fa-jump${at % 2 ? ' fa-late' : ''}">` +
    `<g transform="translate(0 ${y})" fill="${color}" stroke="${color}" stroke-linecap="round" stroke-linejoin="round">${copies.join('')}</g></g></g>`
  );
}

function flags(random: Random, palette: ArtworkPalette): string {
  const flag = (near: number, at: number) => {
    const x = near + round(random.between(-60, 60));
    const top = round(random.between(735, 795));
    return `<g transform="translate(${x} ${top})"><path d="M0 0V190" stroke="${palette.land}" stroke-width="4"/><path class="fa-wave" fill="${palette.lights[at % 3]}" d="M0 0q16-9 30-1t30-1l-7 17 7 17q-16 9-30 1t-30 1z"/></g>`;
  };
  return [210, 560, 1040, 1410].map(flag).join('');
}

/** Somebody on somebody's shoulders, arms up: the one the eye finds. */
function onShoulders(random: Random, palette: ArtworkPalette): string {
  const x = frame.middle + random.pick([-1, 1] as const) * round(random.between(120, 200));
  return `<g transform="translate(${x} 842)" fill="${palette.land}" stroke="${palette.land}" stroke-linecap="round" stroke-linejoin="round"><path d="M-15 110l-5-72q0-15 20-15t20 15l-5 72z"/><circle cy="2" r="14"/><path fill="none" d="M-17 38l-15-32 7-38M17 38l17-28-3-40" stroke-width="8"/><path stroke="none" d="M-13-1Q-16-17 0-17 17-17 14 3q6 18 2 26-8-6-6-24-12-1-23-6z"/></g>`;
}

function festoon(random: Random, palette: ArtworkPalette): string {
  const string = (y: number, sag: number) => `M-20 ${round(y)}Q280 ${round(y + sag)} 452 694`;
  return [string(random.between(430, 500), 190), string(random.between(570, 630), 110)]
    .map(
      (line, at) =>
        `<path d="${line}" stroke="${palette.land}" stroke-width="2"/><path class="fa-twinkle${at ? ' fa-late' : ''}" d="${line}" stroke="${palette.lights[at * 2]}" stroke-width="10" stroke-dasharray="0 30" stroke-linecap="round"/>`,
    )
    .join('');
}

function confetti(random: Random, palette: ArtworkPalette): string {
  return palette.lights
    .map((color, at) => {
      const bits = Array.from({ length: 11 }, () => {
        const x = frame.middle + random.between(-1, 1) * random.between(60, 760);
        return `M${round(x)} ${round(random.between(340, 830))}l${random.whole(-9, 9)} ${random.whole(3, 9)}`;
      });
      return `<path class="fa-fall${['', ' fa-late', ' fa-later'][at]}" d="${bits.join('')}" stroke="${color}" stroke-width="${5 + at}"/>`;
    })
    .join('');
}

/** The people, their flags, the lamps over them and what falls from the sky. */
export function paintCrowd(random: Random, palette: ArtworkPalette, id: string): string {
  const glow = (y: number, tall: number, opacity: number) =>
    `<ellipse class="fa-d5" cx="${frame.middle}" cy="${y}" rx="760" ry="${tall}" fill="url(#${id}o)" opacity="${opacity}"/>`;
  return (
    `<g fill="none" class="fa-d5"><g id="${id}f">${festoon(random, palette)}</g><use href="#${id}f" transform="matrix(-1 0 0 1 ${frame.width} 0)"/></g>` +
    row(random, id, { at: 0, y: 838, size: 9, lively: 0.3, color: landAt(palette, 0.12) }) +
    glow(884, 60, 0.42) +
    `<g fill="none" class="fa-d5">${confetti(random, palette)}</g>` +
    row(random, id, { at: 1, y: 872, size: 16, lively: 0.36, color: landAt(palette, 0.08) }) +
    glow(950, 60, 0.28) +
    `<g class="fa-d6">${flags(random, palette)}${onShoulders(random, palette)}</g>` +
    row(random, id, { at: 2, y: 928, size: 31, lively: 0.42, color: palette.land })
  );
}
