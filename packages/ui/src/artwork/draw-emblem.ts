import { paletteOf } from './draw-artwork.ts';
import type { ArtworkPalette, PaletteName } from './palette.ts';
import { seededRandom, type Random } from './seeded-random.ts';

const [width, height] = [400, 500];
const round = (value: number) => Math.round(value);

type Motif = (random: Random, palette: ArtworkPalette) => string;

/** A sun that sinks into lines. */
const sunset: Motif = (random, { sun, sky }) => {
  const [y, r] = [round(random.between(200, 300)), round(random.between(105, 160))];
  const x = round(random.between(140, 260));
  const bands = Array.from({ length: 6 }, (_, at) => `M0 ${y + at * 26}h${width}`);
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="${sun}"/><g stroke="${sky[2]}">${bands
    .map((d, at) => `<path d="${d}" stroke-width="${3 + at * 3}"/>`)
    .join('')}</g>`;
};

/** A record, a little aside. */
const rings: Motif = (random, { lights, sun }) => {
  const [x, y] = [round(random.between(60, 340)), round(random.between(120, 400))];
  const step = random.between(24, 34);
  const all = Array.from(
    { length: 11 },
    (_, at) => `<circle cx="${x}" cy="${y}" r="${round(30 + at * step)}" stroke="${at % 3 === 0 ? lights[0] : sun}"/>`,
  );
  return `<g fill="none" stroke-width="${round(random.between(5, 12))}" opacity=".8">${all.join('')}</g><circle cx="${x}" cy="${y}" r="16" fill="${lights[1]}"/>`;
};

/** Beams from below, as of a stage. */
const beams: Motif = (random, { lights }) => {
  const x = round(random.between(100, 300));
  return Array.from({ length: 9 }, (_, at) => {
    const [to, wide] = [-260 + at * 115 + round(random.between(-25, 25)), round(random.between(22, 60))];
    return `<path d="M${x} 540L${to} -20h${wide}z" fill="${lights[at % 3]}" opacity="${at % 2 ? '.5' : '.85'}"/>`;
  }).join('');
};

/** Waves, one behind the other. */
const waves: Motif = (random, { lights, sky, sun }) => {
  const high = round(random.between(22, 52));
  const crest = (y: number) => `M-40 ${y}${`q40-${high} 80 0t80 0 80 0 80 0 80 0 80 0`}V520H-40z`;
  const colours = [lights[2], sky[2], lights[1], sky[1], lights[0], sky[0]];
  const moon = `<circle cx="${round(random.between(90, 310))}" cy="${round(random.between(70, 140))}" r="${round(random.between(36, 64))}" fill="${sun}"/>`;
  return (
    moon +
    colours
      .map(
        (fill, at) => `<path d="${crest(200 + at * 52 + round(random.between(-8, 8)))}" fill="${fill}" opacity=".9"/>`,
      )
      .join('')
  );
};

/** Bars that rise and fall with something that cannot be heard here. */
const levels: Motif = (random, { lights, sun }) =>
  Array.from({ length: 9 }, (_, at) => {
    const tall = round(70 + 340 * random.next() ** 0.8);
    return `<rect x="${22 + at * 40}" y="${round((height - tall) / 2)}" width="22" height="${tall}" rx="11" fill="${[lights[0], sun, lights[1], lights[2]][at % 4]}"/>`;
  }).join('');

/** Gates, one within the other. */
const arches: Motif = (random, { lights, sky, sun }) => {
  const x = round(random.between(160, 240));
  const colours = [lights[1], sky[3], lights[2], sky[1], lights[0], sun];
  return colours
    .map((fill, at) => {
      const r = 190 - at * 30;
      return `<path d="M${x - r} 520V${250 + at * 14}a${r} ${r} 0 0 1 ${2 * r} 0V520z" fill="${fill}"/>`;
    })
    .join('');
};

/** Leaves of a flower, or of a propeller. */
const petals: Motif = (random, { lights, sun }) => {
  const [count, reach] = [random.whole(6, 11), round(random.between(170, 240))];
  const leaf = `M0 0C${round(reach * 0.45)}-${round(reach * 0.25)} ${round(reach * 0.5)}-${round(reach * 0.85)} 0-${reach}C-${round(reach * 0.2)}-${round(reach * 0.7)}-${round(reach * 0.2)}-${round(reach * 0.3)} 0 0z`;
  const all = Array.from(
    { length: count },
    (_, at) =>
      `<path d="${leaf}" fill="${lights[at % 3]}" opacity=".88" transform="rotate(${round((360 / count) * at)})"/>`,
  );
  return `<g transform="translate(${round(random.between(150, 250))} ${round(random.between(200, 300))})rotate(${random.whole(0, 60)})">${all.join('')}<circle r="${round(reach / 6)}" fill="${sun}"/></g>`;
};

/** Confetti in the air. */
const confetti: Motif = (random, { lights, sun }) =>
  Array.from({ length: 46 }, (_, at) => {
    const place = `translate(${random.whole(0, width)} ${random.whole(0, height)})rotate(${random.whole(0, 180)})`;
    const size = round(random.between(10, 38));
    const fill = [...lights, sun][at % 4];
    return at % 3 === 0
      ? `<circle r="${round(size / 2)}" transform="${place}" fill="${fill}"/>`
      : `<rect width="${size}" height="${round(size / 2.6)}" rx="3" transform="${place}" fill="${fill}"/>`;
  }).join('');

/**
 * A picture for whoever has none: one motif in a festival's colours, as a standalone SVG of one to four kilobytes.
 * The same seed and palette give the same bytes, everywhere. Decorative: hidden from screen readers.
 */
export function drawEmblem({ seed, palette: name }: { seed: string | number; palette: PaletteName }): string {
  const palette = paletteOf({ seed, palette: name });
  const random = seededRandom(`emblem ${seed}`);
  const motif = random.pick([sunset, rings, beams, waves, levels, arches, petals, confetti]);
  const [from, to] = random.pick([
    [palette.sky[0], palette.sky[1]],
    [palette.sky[1], palette.sky[2]],
    [palette.land, palette.sky[1]],
  ]);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMidYMid slice" aria-hidden="true" width="${width}" height="${height}">` +
    `<defs><linearGradient id="g" gradientTransform="rotate(${random.whole(40, 110)})"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs>` +
    `<path fill="url(#g)" d="M0 0h${width}v${height}H0z"/>${motif(random, palette)}</svg>`
  );
}

/** A seed for somebody, of at most four digits: enough to look unlike their neighbours, few enough to be kept by browsers. */
export const emblemSeed = (name: string): number => Math.floor(seededRandom(`seed ${name}`).next() * 10_000);
