import { inflateSync } from 'node:zlib';

const woffHeader = 44;
const woffEntry = 20;
const sfntHeader = 12;
const sfntEntry = 16;

/**
 * Unpacks a web font (WOFF 1.0, W3C Recommendation 2012) into the font that is in it. The PDF writer reads web fonts too, but
 * unpacks a whole table again for each letter, which took two thirds of a ticket's time.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no WOFF file.');
  const count = woff.readUInt16BE(12);
  const font = Buffer.alloc(woff.readUInt32BE(16));
  writeHeader(font, woff.readUInt32BE(4), count);
  let end = sfntHeader + count * sfntEntry;
  for (let index = 0; index < count; index += 1) {
    const from = woffHeader + index * woffEntry;
    const table = tableAt(woff, from);
    const to = sfntHeader + index * sfntEntry;
    woff.copy(font, to, from, from + 4);
    woff.copy(font, to + 4, from + 16, from + 20);
    font.writeUInt32BE(end, to + 8);
    font.writeUInt32BE(table.length, to + 12);
    table.copy(font, end);
    end += Math.ceil(table.length / 4) * 4;
  }
  return font;
}

function writeHeader(font: Buffer, flavor: number, tables: number): void {
  const power = 2 ** Math.floor(Math.log2(tables));
  font.writeUInt32BE(flavor, 0);
  font.writeUInt16BE(tables, 4);
  font.writeUInt16BE(power * 16, 6);
  font.writeUInt16BE(Math.log2(power), 8);
  font.writeUInt16BE((tables - power) * 16, 10);
}

/** A table is compressed only where that made it smaller. */
function tableAt(woff: Buffer, entry: number): Buffer {
  const [offset, packed, length] = [
    woff.readUInt32BE(entry + 4),
    woff.readUInt32BE(entry + 8),
    woff.readUInt32BE(entry + 12),
  ];
  const bytes = woff.subarray(offset, offset + packed);
  return packed < length ? inflateSync(bytes) : bytes;
}
