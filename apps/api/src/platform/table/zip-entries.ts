import { crc32, createDeflateRaw } from 'node:zlib';
import { Readable } from 'node:stream';

/** A file of an archive, its contents as they come. */
export interface ZipEntry {
  name: string;
  body: AsyncIterable<string> | Iterable<string>;
}

/** 1 January 1980, the first day that the format knows: when a file was made stands inside it, if anywhere. */
const firstDay = 0x21;
/** Names are UTF-8 (bit 11), and sizes follow the contents (bit 3), which nobody knows before they were written. */
const flags = 0x0808;
const deflated = 8;

/** A ZIP archive (PKWARE APPNOTE 4.3) as a stream: nothing but the entry under way is in memory. Under 4 GB. */
export async function* zipEntries(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array> {
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, body } of entries) {
    const title = Buffer.from(name);
    const start = offset;
    const header = numbers(
      [4, 0x04034b50],
      [2, 20],
      [2, flags],
      [2, deflated],
      [2, 0],
      [2, firstDay],
      [4, 0],
      [4, 0],
      [4, 0],
      [2, title.length],
      [2, 0],
    );
    yield Buffer.concat([header, title]);
    const sums = { crc: 0, size: 0, packed: 0 };
    for await (const chunk of Readable.from(measured(body, sums)).pipe(createDeflateRaw())) {
      sums.packed += chunk.length;
      yield chunk;
    }
    const { crc, size, packed } = sums;
    yield numbers([4, 0x08074b50], [4, crc], [4, packed], [4, size]);
    offset += header.length + title.length + packed + 16;
    central.push(
      numbers(
        [4, 0x02014b50],
        [2, 20],
        [2, 20],
        [2, flags],
        [2, deflated],
        [2, 0],
        [2, firstDay],
        [4, crc],
        [4, packed],
        [4, size],
        [2, title.length],
        [2, 0],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, start],
      ),
      title,
    );
  }
  const directory = Buffer.concat(central);
  yield directory;
  yield numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, directory.length],
    [4, offset],
    [2, 0],
  );
}

async function* measured(body: ZipEntry['body'], sums: { crc: number; size: number }): AsyncGenerator<Buffer> {
  for await (const text of body) {
    const bytes = Buffer.from(text);
    sums.crc = crc32(bytes, sums.crc);
    sums.size += bytes.length;
    yield bytes;
  }
}

/** Numbers of two or four bytes each, the least byte first. */
function numbers(...parts: readonly (readonly [2 | 4, number])[]): Buffer {
  const bytes = Buffer.alloc(parts.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of parts) at = bytes.writeUIntLE(value, at, size);
  return bytes;
}
