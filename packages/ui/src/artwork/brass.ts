import { mix, parseColor, toHex } from '../color.ts';
import { frame } from './frame.ts';
import type { ArtworkPalette } from './palette.ts';
import { depth, mirrored, round, stop, tenth } from './path.ts';
import type { Random } from './seeded-random.ts';

const ground = 1000;
const polar = (angle: number, r: number): string => {
  const turn = (angle * Math.PI) / 180;
  return `${tenth(Math.cos(turn) * r)} ${tenth(-Math.sin(turn) * r)}`;
};

/** A slice of a ring between two angles (degrees, 0 to the right) and two radii. */
const slice = (from: number, to: number, inner: number, outer: number): string =>
  `M${polar(from, inner)}L${polar(from, outer)}A${outer} ${outer} 0 0 0 ${polar(to, outer)}L${polar(to, inner)}A${inner} ${inner} 0 0 1 ${polar(from, inner)}z`;

/** Rays from the ground to the corners, every second one a shade lighter. */
function rays(random: Random, { sky }: ArtworkPalette): string {
  const count = random.whole(13, 17);
  const step = 180 / count;
  const lit = Array.from(
    { length: Math.ceil(count / 2) },
    (_, at) => `M0 0L${polar(at * 2 * step, 1500)}L${polar(at * 2 * step + step, 1500)}z`,
  );
  return `<path fill="${sky[3]}" opacity=".2" d="${lit.join('')}"/>`;
}

/** Two octaves bent into a rainbow. */
function keyboard({ sun, land, lights }: ArtworkPalette, inner: number, outer: number): string {
  const white = 21;
  const step = 180 / white;
  const whites = Array.from({ length: white }, (_, at) =>
    slice(at * step + 0.28, (at + 1) * step - 0.28, inner, outer),
  );
  const blacks = Array.from({ length: white }, (_, at) =>
    [2, 6].includes(at % 7)
      ? ''
      : slice((at + 1) * step - step * 0.29, (at + 1) * step + step * 0.29, inner + (outer - inner) * 0.38, outer + 1),
  );
  return (
    `<path fill="${land}" d="${slice(0, 180, inner - 12, outer + 16)}"/><path fill="${sun}" d="${whites.join('')}"/><path fill="${land}" d="${blacks.join('')}"/>` +
    `<path fill="none" stroke="${lights[0]}" stroke-width="7" d="M${polar(0, outer + 28)}A${outer + 28} ${outer + 28} 0 0 0 ${polar(180, outer + 28)}"/>`
  );
}

/** Half a record, its grooves catching the light. */
function record(random: Random, { land, lights, sun, sky }: ArtworkPalette, r: number): string {
  const grooves = Array.from({ length: 9 }, (_, at) => `<circle r="${round(r * (0.42 + at * 0.062))}"/>`).join('');
  const shine = [24, 34, 142, 152].map((at) => `M0 0L${polar(at, r - 6)}L${polar(at + 5, r - 6)}z`).join('');
  const label = random.pick([lights[2], lights[0], sky[2]] as const);
  return `<circle r="${r}" fill="${land}"/><g class="fa-wheel" fill="none" stroke="${sun}" stroke-width="1.5" opacity=".35" stroke-dasharray="${r * 2} 40 ${r} 60">${grooves}</g><path fill="${sun}" opacity=".12" d="${shine}"/><circle r="${round(r * 0.36)}" fill="${label}"/><circle r="${round(r * 0.27)}" fill="none" stroke="${land}" stroke-width="3"/><circle r="${round(r * 0.05)}" fill="${land}"/>`;
}

/** A tower of setbacks, as cities built them for trumpets to echo between; x is its middle. */
function tower(
  random: Random,
  { land, lights, sky }: ArtworkPalette,
  x: number,
  wide: number,
  tall: number,
  ink: string,
): string {
  const steps = random.whole(3, 4);
  let [half, y] = [wide / 2, 0];
  let path = `M${round(x - half)} 0`;
  const right: string[] = [];
  for (let at = 0; at < steps; at += 1) {
    const rise = tall * (at === 0 ? 0.5 : 0.5 / (steps - 1)) * random.between(0.85, 1.1);
    y -= rise;
    const next = half * random.between(0.6, 0.74);
    path += `L${round(x - half)} ${round(y)}L${round(x - next)} ${round(y)}`;
    right.unshift(`L${round(x + next)} ${round(y)}L${round(x + half)} ${round(y)}`);
    half = next;
  }
  const tip = random.pick(['spire', 'dome', 'fan'] as const);
  const top = round(y);
  path += {
    spire: `L${round(x)} ${top - round(tall * 0.3)}L${round(x + half)} ${top}`,
    dome: `A${round(half)} ${round(half * 1.2)} 0 0 1 ${round(x + half)} ${top}`,
    fan: `L${round(x - half * 0.5)} ${top - round(half)}L${round(x)} ${top - round(half * 1.6)}L${round(x + half * 0.5)} ${top - round(half)}L${round(x + half)} ${top}`,
  }[tip];
  path += `${right.join('')}L${round(x + wide / 2)} 0z`;
  const count = Math.max(2, Math.round(wide / 26));
  const columns = Array.from({ length: count }, (_, at) => {
    const column = round(x - wide / 2 + ((at + 0.5) * wide) / count);
    return `M${column}-12V-${round(tall * 0.44 * random.between(0.8, 1))}`;
  });
  const spine = `M${round(x)}-${round(tall * 0.5)}V${top + 8}`;
  return `<path fill="${ink}" stroke="${toHex(mix(parseColor(land), parseColor(sky[3]), 0.35))}" stroke-width="2" d="${path}"/><path class="fa-twinkle${random.pick(['', ' fa-late', ' fa-later'] as const)}" d="${columns.join('')}" stroke="${lights[0]}" stroke-width="7" stroke-dasharray="10 9 10 9 10 28"/><path d="${spine}" stroke="${lights[0]}" stroke-width="4"/>`;
}

/** A trumpet that points to the right, its bell's mouth at 0,0. */
function trumpet({ lights, land, sun }: ArtworkPalette, id: string): string {
  const line = `stroke="${land}" stroke-width="5" stroke-linejoin="round"`;
  const brass = `fill="url(#${id}g)" ${line}`;
  const valve = (x: number) =>
    `<path ${brass} d="M${x - 13}-50h26v112h-26z"/><path ${brass} d="M${x - 5}-76h10v26h-10z"/><path fill="${sun}" ${line} d="M${x - 15}-88h30v12h-30z"/>`;
  return (
    `<path ${brass} d="M-520-9h330C-110-9-50-26 0-104 16-84 16 84 0 104-50 26-110 9-190 9h-330z"/>` +
    `<ellipse rx="17" ry="104" fill="${land}"/><ellipse rx="9" ry="86" fill="${lights[1]}" opacity=".25"/>` +
    `<path fill="none" stroke="${land}" stroke-width="24" d="M-200 46H-420a44 44 0 0 1-6-88"/><path fill="none" stroke="${lights[0]}" stroke-width="14" d="M-200 46H-420a44 44 0 0 1-6-88"/>` +
    `<path fill="none" stroke="${land}" stroke-width="24" d="M-214 46q52 0 52-28t-40-27"/><path fill="none" stroke="${lights[0]}" stroke-width="14" d="M-214 46q52 0 52-28t-40-27"/>` +
    [-330, -292, -254].map(valve).join('') +
    `<path ${brass} d="M-520-13h-34l-26-12v50l26-12h34z"/><path d="M-180-3Q-90-6-18-70" fill="none" stroke="${sun}" stroke-width="6" stroke-linecap="round" opacity=".9"/>`
  );
}

/** Notes as discs on stems, and the discs alone. */
function notes(random: Random, { lights, land, sun }: ArtworkPalette): string {
  return Array.from({ length: 9 }, (_, at) => {
    const angle = at % 2 ? random.between(28, 62) : random.between(118, 152);
    const [x, y] = polar(angle, random.between(560, 860)).split(' ').map(Number);
    const ink = [lights[1], lights[0], land, sun, lights[2]][at % 5];
    const r = random.whole(9, 17);
    const stem =
      random.next() < 0.6
        ? `<path fill="none" stroke="${ink}" stroke-width="5" d="M${r - 2} 0v-${r * 4}q${r * 2} 6 ${r * 1.4} ${r * 2}"/>`
        : '';
    return `<g transform="translate(${round(x ?? 0)} ${round(y ?? 0)})"><g class="fa-float${at % 2 ? ' fa-late' : ''}"><ellipse rx="${r}" ry="${round(r * 0.78)}" transform="rotate(-20)" fill="${ink}"/>${stem}</g></g>`;
  }).join('');
}

/** Arches one in another, from the ground up: a theatre's door. */
function arches({ lights, sky }: ArtworkPalette, r: number): string {
  return [0, 1, 2]
    .map((at) => {
      const reach = r + at * 54;
      return `<path fill="none" stroke="${[lights[0], lights[1], sky[3]][at]}" stroke-width="${[10, 4, 16][at]}" d="M-${reach} 20V-${round(reach * 0.1)}A${reach} ${reach} 0 0 1 ${reach}-${round(reach * 0.1)}V20"/>`;
    })
    .join('');
}

/** A city that plays jazz: rays of brass, setback towers, a keyboard bent over a record, trumpets to the sky. */
export function paintBrass(random: Random, palette: ArtworkPalette, id: string): string {
  const { sky, lights, land, sun } = palette;
  const horns = random.pick(['raised', 'wide', 'outward'] as const);
  const far = toHex(mix(parseColor(land), parseColor(sky[2]), 0.52));
  const near = toHex(mix(parseColor(land), parseColor(sky[1]), 0.22));
  const half = (places: readonly number[], tall: readonly [number, number], ink: string) =>
    places.map((x) => tower(random, palette, x, random.between(92, 140), random.between(...tall), ink)).join('');
  const placed = {
    raised: 'translate(214 -640)rotate(-66)scale(.74)',
    wide: 'translate(330 -606)rotate(-47)scale(.8)',
    outward: 'translate(500 -520)rotate(-24)scale(.92)',
  }[horns];
  const at = `translate(${frame.middle} ${ground})`;
  return (
    `<defs><linearGradient id="${id}s" x1="0" y1="0" x2="0" y2="1">${stop(sky[0])}${stop(sky[0], 0.16)}${stop(sky[1], 0.42)}${stop(sky[2], 0.72)}${stop(sky[3], 1)}</linearGradient>` +
    `<linearGradient id="${id}g" x1="0" y1="0" x2="0" y2="1">${stop(sun)}${stop(lights[0], 0.4)}${stop(toHex(mix(parseColor(lights[0]), parseColor(land), 0.42)), 1)}</linearGradient></defs>` +
    `<path fill="url(#${id}s)" d="M0 0h${frame.width}v${frame.height}H0z"/>` +
    depth(1, `<g transform="${at}">${rays(random, palette)}</g>`) +
    depth(2, `<g transform="${at}">${mirrored(`${id}f`, half([330, 450, 590, 740], [330, 560], far))}</g>`) +
    depth(3, `<g transform="${at}">${notes(random, palette)}</g>`) +
    depth(4, `<g transform="${at}">${mirrored(`${id}n`, half([520, 660, 790], [190, 330], near))}</g>`) +
    depth(4, `<g transform="${at}">${arches(palette, 440)}</g>`) +
    depth(
      5,
      `<g transform="${at}">${mirrored(`${id}h`, `<g transform="${placed}">${trumpet(palette, id)}</g>`)}<circle r="418" fill="${sky[1]}"/><circle r="406" fill="none" stroke="${sun}" stroke-width="3"/></g>`,
    ) +
    depth(6, `<g transform="${at}">${keyboard(palette, 232, 372)}${record(random, palette, 214)}</g>`)
  );
}
