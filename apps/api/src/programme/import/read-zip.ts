import { inflateRawSync } from 'node:zlib';

/** More than this no real workbook holds, unpacked. */
const mostBytes = 80_000_000;
const mostEntries = 2_000;

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

export type ZipFault = 'malformed' | 'too_large_inside';

interface Entry {
  method: number;
  packedSize: number;
  offset: number;
}

/**
 * Whether everything in a ZIP archive can be unpacked within bounds: each entry is, with a limit, because an archive may say of
 * itself what it likes (Fifield, "A better zip bomb", 2019).
 */
export function zipFault(bytes: Buffer): ZipFault | null {
  const entries = entriesOf(bytes);
  if (entries === null) return 'malformed';
  if (entries.length > mostEntries) return 'too_large_inside';
  let left = mostBytes;
  for (const entry of entries) {
    const size = unpackedSize(bytes, entry, left);
    if (typeof size === 'string') return size;
    left -= size;
  }
  return null;
}

function unpackedSize(bytes: Buffer, { method, packedSize, offset }: Entry, most: number): number | ZipFault {
  if (offset + 30 > bytes.length) return 'malformed';
  const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (from + packedSize > bytes.length) return 'malformed';
  if (method === 0) return packedSize <= most ? packedSize : 'too_large_inside';
  if (method !== 8) return 'malformed';
  try {
    return inflateRawSync(bytes.subarray(from, from + packedSize), { maxOutputLength: Math.max(1, most) }).length;
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
    entries.push({
      method: bytes.readUInt16LE(at + 10),
      packedSize: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function endAt(bytes: Buffer): number | null {
  for (let at = bytes.length - 22; at >= 0 && at > bytes.length - 22 - 65_536; at -= 1)
    if (bytes.readUInt32LE(at) === endOfDirectory) return at;
  return null;
}
