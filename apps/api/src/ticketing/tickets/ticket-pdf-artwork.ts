/** A festival's evening, drawn from its theme alone: the same seed gives the same picture on every ticket. */
import type { Theme } from '@festivals/domain/festival/contract';

interface Palette {
  /** From the zenith, dark enough for a white title, to the horizon. */
  sky: readonly [string, string, string, string];
  sun: string;
  /** From the far hills to the ground at our feet. */
  land: readonly [string, string, string];
  lights: readonly [string, string, string];
}

const palettes: Readonly<Record<Theme['palette'], Palette>> = {
  sunset: {
    sky: ['#1c1147', '#6a1f76', '#e8505b', '#ffc46b'],
    sun: '#fff0c2',
    land: ['#7c2a63', '#431650', '#150b2e'],
    lights: ['#ffd166', '#ff6b9d', '#6ee7ff'],
  },
  forest: {
    sky: ['#0f2d4d', '#2c6e86', '#8fbf8b', '#ffe9a8'],
    sun: '#fffbe0',
    land: ['#4b8577', '#1f5152', '#0b2229'],
    lights: ['#ffe66d', '#ff8c61', '#a8f0c6'],
  },
  ocean: {
    sky: ['#04233f', '#0b5c7d', '#23a6a0', '#f7e3a1'],
    sun: '#fff7d6',
    land: ['#127483', '#08455f', '#031a2c'],
    lights: ['#7df9d0', '#ffd36e', '#ff8fa3'],
  },
  neon: {
    sky: ['#060614', '#1a1446', '#4b2a9b', '#c561d6'],
    sun: '#fbe6ff',
    land: ['#3d2283', '#1b1145', '#05040f'],
    lights: ['#ff71ce', '#7afcff', '#fff07c'],
  },
  desert: {
    sky: ['#171a4d', '#7a3f78', '#e9804f', '#ffe2a6'],
    sun: '#fff4d4',
    land: ['#a4554f', '#562b47', '#1b1020'],
    lights: ['#ffcf70', '#6fe3d0', '#ff8a6b'],
  },
  dawn: {
    sky: ['#2a0f3f', '#8b2f78', '#f27ca0', '#ffd9b8'],
    sun: '#fff3e3',
    land: ['#a3437f', '#561f56', '#1c0a2c'],
    lights: ['#ffe08a', '#ff9ecd', '#9ad8ff'],
  },
  // On paper the title is white, so that the bright morning becomes the evening before it.
  meadow: {
    sky: ['#0f3a30', '#1f6a5a', '#8fae74', '#f6c98a'],
    sun: '#f4b73c',
    land: ['#3f8a6c', '#1d5a49', '#0f3a30'],
    lights: ['#f4b73c', '#e4562e', '#fdf3d8'],
  },
  brass: {
    sky: ['#8a1a17', '#ad2a1b', '#cf4a26', '#f0a63c'],
    sun: '#fbe9c0',
    land: ['#7a2420', '#45151a', '#190b10'],
    lights: ['#f6bd4a', '#fbeed2', '#3aa39c'],
  },
  midnight: {
    sky: ['#05050d', '#0b0b24', '#17124f', '#4a24c9'],
    sun: '#e2fbff',
    land: ['#241a78', '#110d38', '#040409'],
    lights: ['#c8ff3e', '#19e3ff', '#ff3d9a'],
  },
};

export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

type Doc = PDFKit.PDFDocument;
type Chance = (low: number, high: number) => number;

/** Draws the evening into a frame: sky, sun, stars, hills, the stage's beams, and bunting overhead. */
export function drawArtwork(doc: Doc, frame: Frame, theme: Theme): void {
  const palette = palettes[theme.palette];
  const chance = chanceFrom(theme.seed);
  doc.save().rect(frame.x, frame.y, frame.width, frame.height).clip();
  drawSky(doc, frame, palette, chance);
  drawSun(doc, frame, palette, chance);
  const stageX = frame.x + frame.width * chance(0.35, 0.75);
  drawHill(doc, frame, palette.land[0], 0.72, chance);
  drawBeams(doc, frame, palette, stageX, chance);
  drawHill(doc, frame, palette.land[1], 0.82, chance);
  drawStage(doc, frame, palette, stageX);
  drawHill(doc, frame, palette.land[2], 0.93, chance);
  drawConfetti(doc, frame, palette, chance);
  doc.restore();
}

function drawSky(doc: Doc, { x, y, width, height }: Frame, { sky }: Palette, chance: Chance): void {
  const gradient = doc.linearGradient(x, y, x, y + height);
  for (const [index, color] of sky.entries()) gradient.stop([0, 0.38, 0.68, 0.9][index] ?? 1, color);
  doc.rect(x, y, width, height).fill(gradient);
  for (let star = 0; star < 60; star += 1) {
    doc
      .circle(x + chance(0, width), y + chance(0, height * 0.45), chance(0.3, 1.1))
      .fillOpacity(chance(0.25, 0.9))
      .fill('#ffffff');
  }
  doc.fillOpacity(1);
}

function drawSun(doc: Doc, { x, y, width, height }: Frame, { sun }: Palette, chance: Chance): void {
  const [at, radius] = [{ x: x + width * chance(0.55, 0.85), y: y + height * 0.66 }, chance(34, 52)];
  for (const [ring, opacity] of [
    [3, 0.08],
    [2.2, 0.1],
    [1.5, 0.16],
    [1, 1],
  ] as const) {
    doc
      .circle(at.x, at.y, radius * ring)
      .fillOpacity(opacity)
      .fill(sun);
  }
  doc.fillOpacity(1);
}

/** A smooth ridge: each wave leaves a crest or a hollow level, as the one before came to it. */
function drawHill(doc: Doc, { x, y, width, height }: Frame, color: string, level: number, chance: Chance): void {
  const steps = 6;
  const step = width / steps;
  const heightAt = (point: number) => y + height * (level + (point % 2 ? -1 : 1) * chance(0.008, 0.045));
  let at = heightAt(0);
  doc.moveTo(x, at);
  for (let point = 1; point <= steps; point += 1) {
    const next = heightAt(point);
    const from = x + step * (point - 1);
    doc.bezierCurveTo(from + step / 2, at, from + step / 2, next, from + step, next);
    at = next;
  }
  doc
    .lineTo(x + width, y + height)
    .lineTo(x, y + height)
    .closePath()
    .fill(color);
}

function drawBeams(doc: Doc, { y, height }: Frame, { lights }: Palette, stageX: number, chance: Chance): void {
  const foot = y + height * 0.86;
  for (let beam = 0; beam < 7; beam += 1) {
    const lean = (beam - 3) * 58 + chance(-18, 18);
    const spread = chance(14, 26);
    const top = y + height * chance(0.38, 0.5);
    doc
      .moveTo(stageX + (beam - 3) * 9, foot)
      .lineTo(stageX + lean - spread, top)
      .lineTo(stageX + lean + spread, top)
      .closePath();
    doc.fillOpacity(0.2).fill(lights[beam % lights.length] ?? lights[0]);
  }
  doc.fillOpacity(1);
}

function drawStage(doc: Doc, { y, height }: Frame, { land, lights }: Palette, stageX: number): void {
  const [half, roof, foot] = [52, y + height * 0.7, y + height * 0.95];
  doc
    .moveTo(stageX - half - 8, roof + 12)
    .lineTo(stageX, roof - 12)
    .lineTo(stageX + half + 8, roof + 12)
    .closePath()
    .fill(land[2]);
  for (const post of [-half, half - 5]) doc.rect(stageX + post, roof + 8, 5, foot - roof).fill(land[2]);
  for (let lamp = 0; lamp < 7; lamp += 1) {
    doc.circle(stageX - half + 10 + lamp * 14, roof + 15, 2.2).fill(lights[lamp % lights.length] ?? lights[0]);
  }
}

function drawConfetti(doc: Doc, { x, y, width, height }: Frame, { lights }: Palette, chance: Chance): void {
  for (let piece = 0; piece < 90; piece += 1) {
    const at = { x: x + chance(0, width), y: y + height * chance(0.46, 0.92) };
    const [w, h] = [chance(1.5, 4), chance(1.5, 5)];
    doc
      .save()
      .rotate(chance(0, 180), { origin: [at.x, at.y] })
      .rect(at.x, at.y, w, h)
      .fillOpacity(chance(0.45, 0.95));
    doc.fill(lights[piece % lights.length] ?? lights[0]).restore();
  }
}

/** Mulberry32: the same numbers from the same seed on every machine. Not for secrets. */
function chanceFrom(seed: number): Chance {
  let state = seed | 0;
  return (low, high) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return low + (((t ^ (t >>> 14)) >>> 0) / 4294967296) * (high - low);
  };
}
