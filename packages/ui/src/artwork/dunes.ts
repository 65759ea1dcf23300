import { mix, parseColor, toHex } from '../color.ts';
import { row } from './crowd.ts';
import { frame } from './frame.ts';
import { landAt, type ArtworkPalette } from './palette.ts';
import { depth, round, tenth } from './path.ts';
import type { Random } from './seeded-random.ts';

/** Sand in the sun or in the shadow, 0 near to 1 far. */
const sandAt = (palette: ArtworkPalette, far: number, lit: boolean): string => {
  const shade = mix(parseColor(palette.land), parseColor(palette.sky[1]), 0.35 + far * 0.5);
  return toHex(lit ? mix(shade, parseColor(palette.sky[2]), 0.62 + far * 0.3) : shade);
};

/** A dune: its crest winds down towards us and parts the light from the shadow. */
function dune(
  random: Random,
  palette: ArtworkPalette,
  x: number,
  base: number,
  wide: number,
  tall: number,
  far: number,
) {
  const way = x < frame.middle ? 1 : -1;
  const top = base - tall;
  const bend = wide * random.between(0.16, 0.3) * way;
  const left = `M${round(x - wide)} ${base + 40}Q${round(x - wide * 0.4)} ${round(base - tall * 0.2)} ${round(x)} ${round(top)}`;
  const spine = `C${round(x + bend)} ${round(top + tall * 0.3)} ${round(x - bend * 1.2)} ${round(base - tall * 0.3)} ${round(x + bend)} ${base + 40}`;
  const right = `M${round(x)} ${round(top)}Q${round(x + wide * 0.4)} ${round(base - tall * 0.2)} ${round(x + wide)} ${base + 40}H${round(x + bend)}C${round(x - bend * 1.2)} ${round(base - tall * 0.3)} ${round(x + bend)} ${round(top + tall * 0.3)} ${round(x)} ${round(top)}z`;
  const [one, other] = [sandAt(palette, far, way > 0), sandAt(palette, far, way < 0)];
  return `<path fill="${other}" d="${left}${spine}z"/><path fill="${one}" d="${right}"/><path fill="none" stroke="${palette.sky[3]}" stroke-width="3" opacity=".7" d="M${round(x)} ${round(top)}${spine}"/>`;
}

/** Tables of rock, in layers. */
function mesa(random: Random, palette: ArtworkPalette, x: number, wide: number, tall: number, far: number): string {
  const rock = toHex(mix(parseColor(palette.sky[1]), parseColor(palette.sky[2]), 0.25 + far * 0.5));
  const dark = toHex(mix(parseColor(rock), parseColor(palette.land), 0.28));
  const light = toHex(mix(parseColor(rock), parseColor(palette.sky[3]), 0.4));
  const cap = round(wide * random.between(0.5, 0.66));
  const strata = [0.3, 0.48, 0.7].map((at) => {
    const half = round(cap / 2 + (wide / 2 - cap / 2) * at * 0.5);
    return `M${round(x - half)} ${round(716 - tall * (1 - at))}h${half * 2}`;
  });
  return (
    `<path fill="${rock}" d="M${round(x - wide / 2)} 730L${round(x - cap / 2 - 12)} ${round(716 - tall * 0.55)}V${round(716 - tall)}h${cap}l14 20V${round(716 - tall * 0.5)}L${round(x + wide / 2)} 730z"/>` +
    `<path fill="${dark}" d="M${round(x + cap * 0.12)} ${round(716 - tall)}h${round(cap * 0.4)}l14 20V${round(716 - tall * 0.5)}L${round(x + wide / 2)} 730H${round(x + cap * 0.3)}z"/><path fill="none" stroke="${light}" stroke-width="5" opacity=".55" d="${strata.join('')}"/>`
  );
}

function sunOf(random: Random, { sun, sky, lights }: ArtworkPalette, id: string): string {
  const r = random.whole(200, 245);
  const y = random.whole(500, 545);
  const x = frame.middle + random.whole(-50, 50);
  const kind = random.pick(['bands', 'double', 'halo'] as const);
  const extra = {
    bands: Array.from({ length: 6 }, (_, at) => {
      const line = r * (0.1 + at * 0.15);
      const half = round(Math.sqrt(r * r - line * line));
      return `<path d="M-${half} ${round(line)}h${half * 2}" stroke="${sky[2]}" stroke-width="${4 + at * 3}"/>`;
    }).join(''),
    double: `<circle cx="${round(r * 1.15)}" cy="-${round(r * 0.95)}" r="${round(r * 0.3)}" fill="${lights[1]}"/><circle cx="${round(r * 1.05)}" cy="-${round(r)}" r="${round(r * 0.27)}" fill="${sky[1]}"/>`,
    halo: `<g fill="none" stroke="${sun}">${[36, 78, 124].map((more, at) => `<circle class="fa-turn" r="${r + more}" stroke-width="${12 - at * 3}" stroke-dasharray="${at ? '4 20' : '60 16'}" stroke-linecap="round"/>`).join('')}</g>`,
  }[kind];
  return depth(
    1,
    `<g transform="translate(${x} ${y})"><circle r="${r * 2.3}" fill="url(#${id}g)"/><circle r="${r}" fill="url(#${id}d)"/>${extra}</g>`,
  );
}

function cactus(ink: string, x: number, y: number, size: number): string {
  return `<path fill="none" stroke="${ink}" stroke-width="${round(size * 0.2)}" stroke-linecap="round" stroke-linejoin="round" d="M${x} ${y}v-${round(size * 1.5)}M${x} ${y - round(size * 0.55)}h-${round(size * 0.4)}v-${round(size * 0.45)}M${x} ${y - round(size * 0.4)}h${round(size * 0.42)}v-${round(size * 0.6)}"/>`;
}

/** A camp of sails on poles, lit from within. */
function sails(random: Random, { land, lights, sky }: ArtworkPalette): string {
  const peaks = [-250, -130, 0, 130, 250];
  const cloth = peaks.map((x, at) => {
    const tall = round((at === 2 ? 210 : at % 2 ? 150 : 110) * random.between(0.9, 1.1));
    const wide = at === 2 ? 150 : 110;
    return `<path fill="${lights[[0, 2, 1, 2, 0][at] ?? 0]}" d="M${x - wide}-30Q${x - 24}-${round(tall * 0.42)} ${x}-${tall} ${x + 24}-${round(tall * 0.42)} ${x + wide}-30 ${x}-64 ${x - wide}-30z"/><path fill="${land}" opacity=".22" d="M${x}-${tall}Q${x + 24}-${round(tall * 0.42)} ${x + wide}-30 ${x}-64 ${x}-64z"/><path d="M${x}-${tall + 44}V-60" stroke="${land}" stroke-width="4"/><path class="fa-wave" fill="${sky[3]}" d="M${x}-${tall + 44}l36 10-36 12z"/>`;
  });
  const lamps = `M-350-26Q-175 6 0-22 175 6 350-26`;
  return `<ellipse rx="420" ry="110" cy="-10" fill="${lights[0]}" opacity=".28"/>${cloth.join('')}<path fill="none" stroke="${land}" stroke-width="2" d="${lamps}"/><path class="fa-twinkle" fill="none" stroke="#fff" stroke-width="10" stroke-dasharray="0 32" stroke-linecap="round" d="${lamps}"/><path fill="${land}" d="M-290 6v-24h580V6z"/>`;
}

/** A desert at the hour when the heat lets go: a great sun, tables of rock, dunes, a camp of sails. */
export function paintDunes(random: Random, palette: ArtworkPalette, id: string): string {
  const { sky, sun } = palette;
  const far = [-640, -360, 390, 650].map((x) =>
    mesa(
      random,
      palette,
      frame.middle + x + random.between(-50, 50),
      random.between(200, 330),
      random.between(110, 250),
      0.7,
    ),
  );
  const near = [-700, 720].map((x) =>
    mesa(random, palette, frame.middle + x, random.between(300, 420), random.between(260, 340), 0.25),
  );
  const ink = landAt(palette, 0.12);
  const cacti = Array.from({ length: 7 }, (_, at) => {
    const side = at % 2 ? 1 : -1;
    return cactus(ink, frame.middle + side * random.whole(330, 760), random.whole(812, 868), random.whole(34, 72));
  });
  return (
    `<defs><linearGradient id="${id}s" x1="0" y1="0" x2="0" y2="1"><stop stop-color="${sky[0]}"/><stop offset=".32" stop-color="${sky[1]}"/><stop offset=".55" stop-color="${sky[2]}"/><stop offset=".72" stop-color="${sky[3]}"/></linearGradient>` +
    `<radialGradient id="${id}g"><stop stop-color="${sun}" stop-opacity=".6"/><stop offset="1" stop-color="${sky[2]}" stop-opacity="0"/></radialGradient><linearGradient id="${id}d" x1="0" y1="0" x2="0" y2="1"><stop stop-color="${sun}"/><stop offset="1" stop-color="${sky[2]}"/></linearGradient></defs>` +
    `<path fill="url(#${id}s)" d="M0 0h1600v1000H0z"/>` +
    `<path class="fa-twinkle" d="${Array.from({ length: 40 }, () => `M${random.whole(0, 1600)} ${round(random.next() ** 1.6 * 400)}h0`).join('')}" stroke="#fff" stroke-width="3" stroke-linecap="round" opacity=".7"/>` +
    sunOf(random, palette, id) +
    depth(2, far.join('')) +
    depth(3, near.join('')) +
    `<path fill="${sandAt(palette, 0.9, true)}" d="M0 712h1600v288H0z"/>` +
    depth(
      3,
      dune(random, palette, 220, 760, 420, 110, 0.85) +
        dune(random, palette, 1400, 760, 440, 120, 0.85) +
        dune(random, palette, 820 + random.whole(-80, 80), 762, 460, 86, 0.8),
    ) +
    depth(4, dune(random, palette, 470, 830, 480, 130, 0.55) + dune(random, palette, 1180, 830, 500, 140, 0.55)) +
    depth(4, `<g transform="translate(${frame.middle} 846)scale(${tenth(1.1)})">${sails(random, palette)}</g>`) +
    depth(
      5,
      dune(random, palette, 90, 940, 560, 190, 0.25) +
        dune(random, palette, 1530, 940, 560, 200, 0.25) +
        cacti.join(''),
    ) +
    `<path class="fa-d5" fill="${landAt(palette, 0.16)}" d="M0 900Q800 850 1600 900V1000H0z"/>` +
    row(random, id, { at: 0, y: 862, size: 12, lively: 0.4, color: landAt(palette, 0.16) }) +
    row(random, id, { at: 1, y: 900, size: 20, lively: 0.42, color: landAt(palette, 0.07) }) +
    row(random, id, { at: 2, y: 946, size: 31, lively: 0.42, color: palette.land })
  );
}
