import { landAt, type ArtworkPalette } from './palette.ts';
import type { Random } from './seeded-random.ts';
import { frame } from './frame.ts';
import { spokes } from './sky.ts';

const round = (value: number): number => Math.round(value);

/** Heights of a ridge by midpoint displacement: 2^depth + 1 points, lowered towards the middle so that the sun is seen. */
function ridge(random: Random, depth: number, rough: number): number[] {
  let line = [random.between(0.5, 1), random.between(0.1, 0.35), random.between(0.5, 1)];
  let reach = 0.42;
  for (let step = 1; step < depth; step += 1) {
    line = line.flatMap((height, at) => {
      const after = line[at + 1];
      return after === undefined ? [height] : [height, (height + after) / 2 + random.between(-reach, reach)];
    });
    reach *= rough;
  }
  return line;
}

function trace(points: readonly (readonly [number, number])[], smooth: boolean): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let [x, y] = [round(first[0]), round(first[1])];
  const start = `M${x} ${y}${smooth ? 'c' : 'l'}`;
  const steps = rest.map(([nextX, nextY]) => {
    const [dx, dy] = [round(nextX) - x, round(nextY) - y];
    [x, y] = [x + dx, y + dy];
    return smooth ? `${round(dx / 2)} 0 ${round(dx / 2)} ${dy} ${dx} ${dy}` : `${dx} ${dy}`;
  });
  return start + steps.join(' ').replaceAll(' -', '-');
}

type Ridge = { base: number; height: number; distance: number; depth: number; rough: number; smooth: boolean };

function paintRidge(random: Random, palette: ArtworkPalette, id: string, at: number, spec: Ridge): string {
  const heights = ridge(random, spec.depth, spec.rough);
  const step = (frame.width + 120) / (heights.length - 1);
  const points = heights.map(
    (height, index) => [index * step - 60, spec.base - Math.max(0, height) * spec.height] as const,
  );
  const top = spec.base - spec.height;
  return (
    `<linearGradient id="${id}m${at}" gradientUnits="userSpaceOnUse" x1="0" y1="${top}" x2="0" y2="${spec.base + 70}"><stop stop-color="${landAt(palette, spec.distance * 0.75)}"/>` +
    `<stop offset="1" stop-color="${landAt(palette, Math.min(1, spec.distance * 1.25 + 0.08))}"/></linearGradient>` +
    `<path class="fa-d${at + 1}" fill="url(#${id}m${at})" d="${trace(points, spec.smooth)}V${frame.height}H-60z"/>` +
    (spec.smooth ? '' : facets(points, palette, at))
  );
}

/** The slopes that look at the sun catch its light. */
function facets(points: readonly (readonly [number, number])[], palette: ArtworkPalette, at: number): string {
  const lit = points.flatMap(([x, y], index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before === undefined || after === undefined || y > before[1] - 14 || y > after[1] - 14) return [];
    const towards = x < frame.middle ? after : before;
    const [dx, dy] = [towards[0] - x, towards[1] - y];
    return `M${round(x)} ${round(y)}l${round(dx)} ${round(dy)}l${round(-dx * 0.55)} ${round(-dy * 0.1 + 8)}l${round(-dx * 0.2)} ${round(-dy * 0.45)}z`;
  });
  return `<path class="fa-d${at + 1}" fill="${palette.sky[3]}" opacity="${0.34 - at * 0.08}" d="${lit.join('')}"/>`;
}

function water(random: Random, palette: ArtworkPalette): string {
  const glints = Array.from({ length: 22 }, (_, at) => {
    const depth = at / 22;
    const spread = 60 + depth * 330;
    const length = round(random.between(20, 70) * (0.6 + depth));
    return `M${round(frame.middle + random.between(-spread, spread) - length / 2)} ${round(frame.horizon + 4 + depth * 110)}h${length}`;
  });
  const sea = landAt(palette, 0.62);
  return `<path fill="${sea}" d="M0 ${frame.horizon}h${frame.width}v310H0z"/><g stroke="${palette.sun}" stroke-width="3.5" stroke-linecap="round"><path class="fa-twinkle" opacity=".75" d="${glints.slice(0, 11).join('')}"/><path class="fa-twinkle fa-late" opacity=".6" d="${glints.slice(11).join('')}"/></g>`;
}

function pines(random: Random, palette: ArtworkPalette): string {
  const tree = (x: number, size: number) => {
    const part = (share: number) => round(size * share);
    return `M${x} ${800 - size}l${part(0.2)} ${part(0.42)}h-${part(0.08)}l${part(0.22)} ${part(0.7)}h-${part(0.68)}l${part(0.22)}-${part(0.7)}h-${part(0.08)}z`;
  };
  const side = (from: number, to: number) =>
    Array.from({ length: 8 }, () => {
      const x = round(random.between(from, to));
      return tree(x, round(random.between(46, 80) + ((x - frame.middle) / 800) ** 2 * 95));
    });
  return `<path class="fa-d4" fill="${landAt(palette, 0.16)}" d="${[...side(-20, 440), ...side(1160, 1620)].join('')}M-60 806Q800 780 1660 806V${frame.height}H-60z"/>`;
}

function wheel(random: Random, palette: ArtworkPalette): string {
  const x = frame.middle + random.pick([-1, 1] as const) * round(random.between(430, 520));
  const color = landAt(palette, 0.22);
  const cabins = 'r="122" stroke-dasharray="0 63.88"';
  return (
    `<g class="fa-d4"><g transform="translate(${x} 676)"><path d="M0 0l-52 140M0 0l52 140" stroke="${color}" stroke-width="8"/><g class="fa-wheel" fill="none" stroke="${color}"><circle r="118" stroke-width="5"/><circle r="100" stroke-width="2"/>` +
    `<circle ${spokes(12, 0, 118, 0.06)}/><g stroke-linecap="round"><circle ${cabins} stroke-width="19"/><circle ${cabins} stroke="${palette.lights[0]}" stroke-width="8"/></g></g></g></g>`
  );
}

/** Everything between the horizon and the stage, back to front. */
export function paintLand(random: Random, palette: ArtworkPalette, id: string): string {
  const place = random.pick(['alps', 'dunes', 'sea'] as const);
  const paint = (at: number, spec: Omit<Ridge, 'smooth'> & { smooth?: boolean }) =>
    paintRidge(random, palette, id, at, { smooth: place !== 'alps', ...spec });
  const far =
    place === 'alps'
      ? paint(1, { base: 700, height: 250, distance: 0.86, depth: 5, rough: 0.85 }) +
        paint(2, { base: 740, height: 200, distance: 0.6, depth: 5, rough: 0.8 })
      : place === 'dunes'
        ? paint(1, { base: 690, height: 110, distance: 0.86, depth: 3, rough: 0.5 }) +
          paint(2, { base: 740, height: 105, distance: 0.62, depth: 2, rough: 0.5 })
        : paint(1, { base: frame.horizon, height: 190, distance: 0.8, depth: 4, rough: 0.5, smooth: false }) +
          water(random, palette);
  return (
    far +
    (random.next() < 0.62 ? wheel(random, palette) : '') +
    paint(3, { base: 810, height: 78, distance: 0.34, depth: 3, rough: 0.5, smooth: true }) +
    pines(random, palette)
  );
}
