import { inflateRawSync } from 'node:zlib';

/** More than this no real workbook holds, unpacked. */
const mostBytes = 80_000_000;
const mostEntries = 2_000;

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

export type ZipFault = 'malformed' | 'too_large_inside';

interface Entry {
  name: string;
  method: number;
  packedSize: number;
  offset: number;
}

/**
 * Every file of a ZIP archive, by its name, if all of them can be unpacked within bounds: each is, with a limit, because an archive
 * may say of itself what it likes (Fifield, "A better zip bomb", 2019).
 */
export function unzip(bytes: Buffer): Map<string, Buffer> | ZipFault {
  const entries = entriesOf(bytes);
  if (entries === null) return 'malformed';
  if (entries.length > mostEntries) return 'too_large_inside';
  const files = new Map<string, Buffer>();
  let left = mostBytes;
  for (const entry of entries) {
    const file = unpacked(bytes, entry, left);
    if (typeof file === 'string') return file;
    left -= file.length;
    files.set(entry.name, file);
  }
  return files;
}

function unpacked(bytes: Buffer, { method, packedSize, offset }: Entry, most: number): Buffer | ZipFault {
  if (offset + 30 > bytes.length) return 'malformed';
  const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (from + packedSize > bytes.length) return 'malformed';
  const packed = bytes.subarray(from, from + packedSize);
  if (method === 0) return packedSize <= most ? packed : 'too_large_inside';
  if (method !== 8) return 'malformed';
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? 'too_large_inside' : 'malformed';
  }
}

/** The central directory, read once from the end of the archive. */
function entriesOf(bytes: Buffer): Entry[] | null {
  const end = endAt(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryEntry) return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packedSize: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function endAt(bytes: Buffer): number | null {
  for (let at = bytes.length - 22; at >= 0 && at > bytes.length - 22 - 65_536; at -= 1)
    if (bytes.readUInt32LE(at) === endOfDirectory) return at;
  return null;
}
