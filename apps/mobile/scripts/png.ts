import { crc32, deflateSync } from 'node:zlib';

/** A picture as a function: the colour at a point, both coordinates from 0 to 1, as [red, green, blue, alpha] from 0 to 255. */
export type Painter = (x: number, y: number) => readonly [number, number, number, number];

const SAMPLES = 3;

/** Draws a square picture and encodes it as PNG (W3C PNG, third edition: 8-bit RGBA, no interlace). */
export function drawPng(size: number, paint: Painter): Buffer {
  const raw = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      raw.set(pixel(size, row, column, paint), row * (size * 4 + 1) + 1 + column * 4);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Averages a few samples in each pixel, so that edges are smooth. */
function pixel(size: number, row: number, column: number, paint: Painter): number[] {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < SAMPLES * SAMPLES; i += 1) {
    const x = (column + ((i % SAMPLES) + 0.5) / SAMPLES) / size;
    const y = (row + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) / size;
    paint(x, y).forEach((value, channel) => (sum[channel] = (sum[channel] ?? 0) + value));
  }
  return sum.map((value) => Math.round(value / (SAMPLES * SAMPLES)));
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
