import { mix, parseColor, toHex } from '../color.ts';
import { row } from './crowd.ts';
import { frame } from './frame.ts';
import type { ArtworkPalette } from './palette.ts';
import { curve, depth, round, tenth } from './path.ts';
import type { Random } from './seeded-random.ts';

type Line = readonly (readonly [number, number])[];

/** The colour of a hill: 0 at our feet, 1 under the horizon. Hills go through the third light, as through a meadow. */
function hillColor({ land, lights, sky }: ArtworkPalette, far: number): string {
  const [near, green, haze] = [parseColor(land), parseColor(lights[2]), parseColor(sky[2])];
  return toHex(far < 0.5 ? mix(near, green, far * 2) : mix(green, haze, (far - 0.5) * 1.7));
}

/** The crest of a hill, from edge to edge. */
function crest(random: Random, base: number, high: number, count: number): Line {
  const step = (frame.width + 160) / (count - 1);
  const up = random.whole(0, 1);
  return Array.from({ length: count }, (_, at) => [
    round(at * step - 80),
    round(base - ((at + up) % 2 ? high : 0) * random.between(0.6, 1)),
  ]);
}

/** How high a crest is at `x`: between two points a smooth line is a smooth step. */
function heightAt(line: Line, x: number): number {
  const at = line.findIndex(([end]) => end > x);
  const [from, to] = [line[at - 1], line[at]];
  if (from === undefined || to === undefined) return line[0]?.[1] ?? 0;
  const share = (x - from[0]) / (to[0] - from[0]);
  return round(from[1] + (to[1] - from[1]) * (3 - 2 * share) * share * share);
}

function hill(line: Line, fill: string, furrow: string, furrows: number): string {
  const d = curve(line);
  const lines = Array.from(
    { length: furrows },
    (_, at) => `<path transform="translate(0 ${round(16 + at * 17 + at * at * 2)})" d="${d}"/>`,
  );
  return (
    `<path fill="${fill}" d="${d}V1000H-80z"/>` +
    `<g fill="none" stroke="${furrow}" stroke-width="4" opacity=".55">${lines.join('')}</g>`
  );
}

function sunOf(random: Random, { sun, sky }: ArtworkPalette): string {
  const x = frame.middle + random.pick([-1, 1] as const) * round(random.between(40, 120));
  const y = round(random.between(430, 490));
  const r = round(random.between(135, 170));
  const rays = random.whole(22, 30);
  const face = random.pick(['rays', 'rings', 'petals'] as const);
  const arc = (radius: number, share: number) => {
    const one = (2 * Math.PI * radius) / rays;
    return `stroke-dasharray="${tenth(one * share)} ${tenth(one * (1 - share))}"`;
  };
  const around = {
    rays: `<circle class="fa-turn" r="${r + 62}" fill="none" stroke="${sun}" stroke-width="62" ${arc(r + 62, 0.34)}/><circle class="fa-turn" r="${r + 120}" fill="none" stroke="${sun}" stroke-width="14" ${arc(r + 120, 0.2)}/>`,
    rings: `<g fill="none" stroke="${sun}"><circle r="${r + 26}" stroke-width="10"/><circle r="${r + 54}" stroke-width="7"/><circle r="${r + 80}" stroke-width="5"/><circle r="${r + 104}" stroke-width="3"/></g>`,
    petals: `<circle class="fa-turn" r="${r + 52}" fill="none" stroke="${sun}" stroke-width="58" stroke-linecap="round" stroke-dasharray="0 ${tenth((2 * Math.PI * (r + 52)) / 16)}"/>`,
  }[face];
  return depth(
    1,
    `<g transform="translate(${x} ${y})"><circle r="${r * 2.4}" fill="${sky[3]}" opacity=".4"/>${around}<circle r="${r}" fill="${sun}"/><circle r="${r - 16}" fill="none" stroke="${sky[1]}" stroke-width="3" stroke-dasharray="2 10" stroke-linecap="round"/></g>`,
  );
}

/** Clouds as they are cut in linoleum: bars with round ends. */
function clouds(random: Random, { sky, lights }: ArtworkPalette): string {
  const one = (x: number, y: number, size: number) =>
    `M${round(x)} ${y}h${round(size)}M${round(x + size * 0.2)} ${y - 24}h${round(size * 0.55)}M${round(x - size * 0.22)} ${y + 24}h${round(size * 0.8)}`;
  const flock = (side: number) =>
    one(frame.middle + side * random.between(420, 620) - 90, round(random.between(250, 380)), random.between(130, 210));
  const birds = Array.from({ length: 5 }, () => {
    const [x, y] = [random.whole(430, 1130), random.whole(300, 420)];
    return `M${x} ${y}q9-12 17 0 8-12 17 0`;
  });
  return depth(
    1,
    `<g fill="none" stroke-linecap="round"><path class="fa-drift" d="${flock(-1)}${flock(1)}" stroke="${sky[0]}" stroke-width="18"/><path class="fa-drift fa-late" d="${flock(random.pick([-1, 1]))}" stroke="${sky[3]}" stroke-width="14" opacity=".7"/><path class="fa-float" d="${birds.join('')}" stroke="${lights[1]}" stroke-width="4"/></g>`,
  );
}

function trees(random: Random, palette: ArtworkPalette, line: Line, count: number, size: number, far: number): string {
  const colors = [hillColor(palette, far), hillColor(palette, far + 0.14), palette.lights[0]] as const;
  return Array.from({ length: count }, () => {
    const side = random.pick([-1, 1] as const);
    const x = round(frame.middle + side * (120 + random.next() ** 0.6 * 680));
    const y = heightAt(line, x) + 6;
    const tall = round(size * random.between(0.7, 1.25));
    const color = colors[random.next() < 0.12 ? 2 : random.whole(0, 1)];
    const trunk = `<path d="M${x} ${y}v-${tall}" stroke="${palette.land}" stroke-width="4"/>`;
    const crown = random.pick([
      `<ellipse cx="${x}" cy="${y - tall}" rx="${round(tall * 0.24)}" ry="${round(tall * 0.75)}" fill="${color}"/>`,
      `<circle cx="${x}" cy="${y - tall}" r="${round(tall * 0.46)}" fill="${color}"/>`,
      `<path d="M${x} ${y - round(tall * 1.7)}l${round(tall * 0.42)} ${round(tall * 1.3)}h-${round(tall * 0.84)}z" fill="${color}"/>`,
    ] as const);
    return crown + trunk;
  }).join('');
}

function tents(random: Random, palette: ArtworkPalette, line: Line): string {
  const { sky, lights, land } = palette;
  return Array.from({ length: 9 }, (_, at) => {
    const x = round(frame.middle + (at % 2 ? 1 : -1) * (250 + at * 62 + random.between(-20, 20)));
    const y = heightAt(line, x) + 14;
    const s = random.between(26, 42);
    const color = random.pick([sky[0], lights[0], lights[1], sky[1]] as const);
    return `<path fill="${color}" d="M${x} ${round(y - s * 1.15)}L${round(x + s)} ${y}H${round(x - s)}z"/><path fill="${land}" d="M${x} ${round(y - s * 0.75)}l${round(s * 0.24)} ${round(s * 0.75)}h-${round(s * 0.48)}z"/>`;
  }).join('');
}

/** The big top: stripes, a scalloped edge, a flag on each mast. */
function bigTop(random: Random, { sky, lights, land, sun }: ArtworkPalette): string {
  const inks = random.pick([
    [lights[1], sky[0]],
    [sky[0], lights[1]],
    [lights[0], sky[0]],
    [sun, sky[1]],
  ] as const);
  const count = 10;
  const roof = Array.from({ length: count }, (_, at) => {
    const edge = (n: number) => round(-210 + (420 * n) / count);
    const top = (n: number) => round((-210 + (420 * n) / count) * 0.16);
    return `<path fill="${inks[at % 2]}" d="M${top(at)}-212Q${round(edge(at) * 0.42)}-128 ${edge(at)}-92v14a21 15 0 0 0 42 0v-14Q${round(edge(at + 1) * 0.42)}-128 ${top(at + 1)}-212z"/>`;
  });
  const flag = (x: number, y: number, color: string) =>
    `<path d="M${x} ${y}v-52" stroke="${land}" stroke-width="4"/><path class="fa-wave" fill="${color}" d="M${x} ${y - 52}l38 11-38 12z"/>`;
  return (
    `<path fill="${land}" d="M-196-84H196V6H-196z"/><path fill="${lights[0]}" opacity=".9" d="M-120 0q0-66 120-66T120 0z"/><path fill="${land}" d="M-46 0v-26q0-10 10-10t10 10V0zM-10 0v-32q0-10 10-10t10 10V0zM28 0v-24q0-10 10-10t10 10V0z"/><g fill="${land}"><circle cx="-36" cy="-44" r="8"/><circle cy="-50" r="9"/><circle cx="38" cy="-42" r="8"/></g>` +
    roof.join('') +
    flag(0, -208, lights[1]) +
    flag(-150, -112, lights[0]) +
    flag(150, -112, lights[2])
  );
}

/** Pennants on a string between two points. */
function bunting(
  random: Random,
  { land, lights, sky }: ArtworkPalette,
  from: number,
  y: number,
  to: number,
  end: number,
): string {
  const inks = [...lights, sky[0]];
  const sag = random.between(70, 120);
  const count = 11;
  const at = (share: number) => [
    round(from + (to - from) * share),
    round(y + (end - y) * share + sag * 4 * share * (1 - share)),
  ];
  const flags = Array.from({ length: count }, (_, index) => {
    const [x = 0, top = 0] = at((index + 0.5) / count);
    return `<path fill="${inks[(index + 1) % 4]}" d="M${x - 15} ${top - 1}h30l-15 36z"/>`;
  });
  const [mx = 0, my = 0] = [(from + to) / 2, (y + end) / 2 + sag * 2];
  return `<path fill="none" stroke="${land}" stroke-width="3" d="M${from} ${y}Q${round(mx)} ${round(my)} ${to} ${end}"/><g class="fa-float">${flags.join('')}</g>`;
}

/** Flowers as tall as we are, on both sides of the path. */
function flowers(random: Random, { land, lights, sky, sun }: ArtworkPalette): string {
  const one = () => {
    const side = random.pick([-1, 1] as const);
    const x = round(frame.middle + side * (300 + random.next() ** 0.7 * 500));
    const y = round(random.between(800, 900));
    const lean = random.whole(-24, 24);
    const r = random.whole(15, 27);
    const color = random.pick([lights[1], lights[0], sky[0], sun] as const);
    const petals = random.pick([5, 6, 8] as const);
    const dash = tenth((2 * Math.PI * r * 0.7) / petals);
    return `<path fill="none" stroke="${land}" stroke-width="5" d="M${x} 1010Q${x + lean} ${y + 70} ${x + lean} ${y}"/><path fill="${land}" d="M${x + round(lean / 2)} ${y + 96}q26-30 44-6-22 18-44 6z"/><g transform="translate(${x + lean} ${y})"><circle r="${round(r * 0.7)}" fill="${color}" stroke="${color}" stroke-width="${r}" stroke-linecap="round" stroke-dasharray="0 ${dash}"/><circle r="${round(r * 0.42)}" fill="${land}"/></g>`;
  };
  return `<g class="fa-jump fa-late">${Array.from({ length: 16 }, one).join('')}</g>`;
}

/** A valley in the morning, printed in a few inks: hills, furrows, a river, tents, pennants. */
export function paintValley(random: Random, palette: ArtworkPalette, id: string): string {
  const { sky, land } = palette;
  const lines = [
    crest(random, 640, 190, 6),
    crest(random, 690, 130, 7),
    crest(random, 752, 96, 6),
    crest(random, 826, 70, 5),
  ] as const;
  const color = (far: number) => hillColor(palette, far);
  const bend = random.pick([-1, 1] as const);
  const river = `M${frame.middle + bend * 120} 706C${frame.middle + bend * 420} 730 ${frame.middle - bend * 330} 770 ${frame.middle + bend * 60} 826S${frame.middle - bend * 260} 910 ${frame.middle - bend * 520} 1010H${frame.middle - bend * 160}C${frame.middle - bend * 60} 900 ${frame.middle + bend * 250} 880 ${frame.middle + bend * 120} 820S${frame.middle - bend * 140} 760 ${frame.middle + bend * 150} 706z`;
  return (
    `<defs><linearGradient id="${id}s" x1="0" y1="0" x2="0" y2="1"><stop stop-color="${sky[0]}"/><stop offset=".3" stop-color="${sky[1]}"/><stop offset=".55" stop-color="${sky[2]}"/><stop offset=".74" stop-color="${sky[3]}"/></linearGradient></defs><path fill="url(#${id}s)" d="M0 0h${frame.width}v${frame.height}H0z"/>` +
    sunOf(random, palette) +
    clouds(random, palette) +
    depth(2, hill(lines[0], color(0.94), color(0.8), 4)) +
    depth(3, trees(random, palette, lines[1], 16, 26, 0.5) + hill(lines[1], color(0.66), color(0.8), 5)) +
    depth(
      4,
      trees(random, palette, lines[2], 18, 44, 0.3) +
        hill(lines[2], color(0.46), color(0.6), 0) +
        `<path fill="${sky[1]}" d="${river}"/>` +
        tents(random, palette, lines[2]),
    ) +
    depth(
      5,
      `<g transform="translate(${frame.middle} 838)scale(1.06)">${bigTop(random, palette)}</g>` +
        trees(random, palette, lines[3], 12, 70, 0.12) +
        hill(
          lines[3].map(([x, y]) => [x, y + 24]),
          color(0.22),
          color(0.34),
          4,
        ) +
        bunting(random, palette, -20, 360, 700, 640) +
        bunting(random, palette, 1620, 350, 900, 640) +
        bunting(random, palette, -20, 560, 600, 770) +
        bunting(random, palette, 1620, 570, 1000, 770),
    ) +
    row(random, id, { at: 0, y: 868, size: 14, lively: 0.45, color: color(0.1) }) +
    row(random, id, { at: 1, y: 912, size: 26, lively: 0.5, color: land }) +
    depth(6, flowers(random, palette)) +
    `<path class="fa-d6" fill="${land}" d="M0 972q200-22 400 0t400-4 400 4 400-4V1000H0z"/>`
  );
}
