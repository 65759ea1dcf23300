import type { ArtworkPalette } from './palette.ts';
import { frame } from './frame.ts';
import type { Random } from './seeded-random.ts';

const round = (value: number): number => Math.round(value);

/** The gradients every layer paints with, their ids made unique by `id`. */
export function gradients(palette: ArtworkPalette, id: string): string {
  const [zenith, upper, lower, horizon] = palette.sky;
  return (
    `<linearGradient id="${id}s" x1="0" y1="0" x2="0" y2="1"><stop stop-color="${zenith}"/><stop offset=".34" stop-color="${upper}"/>` +
    `<stop offset=".58" stop-color="${lower}"/><stop offset=".72" stop-color="${horizon}"/></linearGradient>` +
    `<radialGradient id="${id}g"><stop stop-color="${palette.sun}" stop-opacity=".85"/><stop offset=".4" stop-color="${horizon}" stop-opacity=".45"/>` +
    `<stop offset="1" stop-color="${lower}" stop-opacity="0"/></radialGradient>` +
    `<linearGradient id="${id}d" x1="0" y1="0" x2="0" y2="1"><stop stop-color="${palette.sun}"/><stop offset="1" stop-color="${horizon}"/></linearGradient>` +
    `<radialGradient id="${id}r" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="1000"><stop stop-color="${palette.sun}" stop-opacity=".3"/><stop offset=".8" stop-color="${palette.sun}" stop-opacity="0"/></radialGradient>`
  );
}

function stars(random: Random): string {
  const dots = Array.from({ length: 38 }, () => {
    const x = round(random.between(0, frame.width));
    const y = round(random.next() ** 1.6 * 420);
    return `M${x} ${y}h0`;
  });
  const part = (from: number, to: number, width: number, name: string) =>
    `<path${name} d="${dots.slice(from, to).join('')}" stroke-width="${width}"/>`;
  return `<g stroke="#fff" stroke-linecap="round" opacity=".8">${part(0, 20, 2, '')}${part(20, 31, 3, ' class="fa-twinkle"')}${part(31, 38, 4, ' class="fa-twinkle fa-late"')}</g>`;
}

/** Spokes without a path: a wide circle's dashes, `share` of each `1 / count` of the round. */
export function spokes(count: number, inner: number, outer: number, share: number): string {
  const r = (inner + outer) / 2;
  const arc = (2 * Math.PI * r) / count;
  return `r="${r}" stroke-width="${outer - inner}" stroke-dasharray="${(arc * share).toFixed(1)} ${(arc * (1 - share)).toFixed(1)}"`;
}

function sun(random: Random, palette: ArtworkPalette, id: string): string {
  const x = frame.middle + round(random.between(-60, 60));
  const y = round(random.between(470, 540));
  const radius = round(random.between(165, 215));
  const rings = [1.34, 1.72, 2.16].map(
    (grow, at) => `<circle r="${round(radius * grow)}" opacity="${[0.16, 0.1, 0.06][at]}"/>`,
  );
  const bands = Array.from({ length: 5 }, (_, at) => {
    const top = round(radius * (0.18 + at * 0.17));
    const half = round((radius ** 2 - top ** 2) ** 0.5);
    return `<path d="M-${half} ${top}h${half * 2}" stroke-width="${3 + at * 3}"/>`;
  });
  const face = random.pick(['plain', 'bands', 'rays', 'rays'] as const);
  return (
    `<g class="fa-d1"><g transform="translate(${x} ${y})"><circle r="${radius * 4}" fill="url(#${id}g)"/>` +
    (face === 'rays'
      ? `<circle class="fa-turn" fill="none" stroke="url(#${id}r)" ${spokes(random.whole(14, 20), 0, 1100, 0.5)}/>`
      : '') +
    `<g class="fa-breathe" fill="${palette.sun}">${rings.join('')}</g><circle r="${radius}" fill="url(#${id}d)"/>` +
    (face === 'bands' ? `<g stroke="${palette.sky[2]}" opacity=".5">${bands.join('')}</g>` : '') +
    `</g></g>`
  );
}

function clouds(random: Random, palette: ArtworkPalette): string {
  const streak = () => {
    const length = round(random.between(180, 460));
    const thick = round(random.between(8, 18));
    const x = round(random.between(-100, frame.width - 150));
    const y = round(random.between(330, 610));
    const step = round(length * random.between(0.2, 0.5));
    return `M${x} ${y}h${length}M${x + step} ${y + thick}h${round(length * 0.8)}M${x - round(step / 2)} ${y + thick * 2 + 4}h${round(length * 0.4)}`;
  };
  const paint = (count: number, width: number, opacity: number, drift: string) =>
    `<path class="${drift}" d="${Array.from({ length: count }, streak).join('')}" stroke="${palette.sky[3]}" stroke-width="${width}" opacity="${opacity}"/>`;
  return `<g fill="none" stroke-linecap="round" class="fa-d1">${paint(4, 16, 0.22, 'fa-drift')}${paint(3, 9, 0.38, 'fa-drift fa-late')}</g>`;
}

function fireworks(random: Random, palette: ArtworkPalette): string {
  const burst = (x: number, y: number, reach: number, at: number) => {
    const count = random.whole(14, 20);
    return (
      `<g transform="translate(${round(x)} ${round(y)})"><g class="fa-burst${['', ' fa-late', ' fa-later'][at]}" stroke="${palette.lights[at]}"><circle ${spokes(count, reach * 0.3, reach * 0.62, 0.08)}/>` +
      `<circle ${spokes(count, reach * 0.7, reach * 0.78, 0.07)}/><circle ${spokes(count, reach * 0.9, reach * 0.95, 0.05)}/></g></g>`
    );
  };
  return `<g fill="none" class="fa-d1">${burst(random.between(330, 520), random.between(190, 300), 120, 0)}${burst(random.between(1080, 1280), random.between(160, 280), 150, 1)}${burst(random.between(680, 930), random.between(110, 170), 76, 2)}</g>`;
}

/** `fill` paints the envelope, `color` its stripe: both come from the `use` that places it. */
const envelope =
  '<path d="M0-50C34-50 50-26 50-4 50 22 22 38 12 56h-24C-22 38-50 22-50-4-50-26-34-50 0-50z"/><path fill="currentColor" d="M0-50C16-50 22-26 22-4 22 24 10 40 5 56h-10C-10 40-22 24-22-4-22-26-16-50 0-50z"/>' +
  '<path fill="#000" opacity=".16" d="M0-50C34-50 50-26 50-4 50 22 22 38 12 56h-8C20 36 38 20 36-6 34-30 20-48 0-50z"/><path fill="#1a1024" d="M-8 66h16l-2 12h-12zM-9 56h2l2 10h-3zM9 56h-2l-2 10h3z"/>';

function balloons(random: Random, palette: ArtworkPalette, id: string): string {
  const [first, second, third] = palette.lights;
  const side = random.pick([-1, 1] as const);
  const one = (far: number, high: number, size: number, fill: string, stripe: string) => {
    const x = round(frame.middle + side * random.between(far - 50, far + 50));
    return `<use href="#${id}e" transform="translate(${x} ${round(random.between(high - 45, high + 45))})scale(${size})" fill="${fill}" color="${stripe}"/>`;
  };
  return (
    `<defs><g id="${id}e">${envelope}</g></defs><g class="fa-d2"><g class="fa-float">${one(400, 290, 1.15, second, palette.sun)}</g>` +
    `<g class="fa-float fa-late">${one(-560, 250, 0.8, first, palette.sky[1])}${one(-225, 360, 0.42, third, palette.sky[1])}</g></g>`
  );
}

function lanterns(random: Random, palette: ArtworkPalette, id: string): string {
  const one = () => {
    const y = round(random.between(120, 560));
    const size = 0.35 + (y / 560) * 0.75 * random.between(0.7, 1);
    return `<use href="#${id}l" transform="translate(${round(random.between(120, 1480))} ${y})scale(${size.toFixed(1)})"/>`;
  };
  const flock = (late: string) => `<g class="fa-float${late}">${Array.from({ length: 6 }, one).join('')}</g>`;
  return (
    `<defs><g id="${id}l"><circle r="46" fill="${palette.lights[0]}" opacity=".14"/><path fill="${palette.lights[0]}" d="M-13-18q13-7 26 0l3 28q-16 8-32 0z"/><path fill="#fff" opacity=".7" d="M-9 12q9-20 18 0-9 4-18 0z"/></g></defs>` +
    `<g class="fa-d2">${flock('')}${flock(' fa-late')}</g>`
  );
}

/** Everything above the horizon, back to front. */
export function paintSky(random: Random, palette: ArtworkPalette, id: string): string {
  const event = random.pick([balloons, fireworks, lanterns] as const);
  return (
    `<path fill="url(#${id}s)" d="M0 0h${frame.width}v${frame.height}H0z"/>` +
    stars(random) +
    sun(random, palette, id) +
    clouds(random, palette) +
    event(random, palette, id)
  );
}
