import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sniff } from './sniff.ts';

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((char) => char.charCodeAt(0)) : part)),
  );
const rest = [0, 0, 0, 0, 0, 0, 0, 0];

describe('a file is what its bytes say', () => {
  test.each([
    ['jpeg', bytes([0xff, 0xd8, 0xff, 0xe0], rest)],
    ['png', bytes('\x89PNG\r\n\x1a\n', rest)],
    ['gif', bytes('GIF89a', rest)],
    ['gif', bytes('GIF87a', rest)],
    ['webp', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 ')],
    ['avif', bytes([0, 0, 0, 28], 'ftypavif', rest)],
    ['avif', bytes([0, 0, 0, 28], 'ftypmif1', [0, 0, 0, 0], 'miafavif')],
    ['heic', bytes([0, 0, 0, 28], 'ftypheic', rest)],
    ['heic', bytes([0, 0, 0, 28], 'ftypmif1', [0, 0, 0, 0], 'heicmiaf')],
  ])('%s', (type, file) => {
    expect(sniff(file)).toBe(type);
  });
  test.each([
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing after blanks', '   \n<?xml version="1.0"?><svg/>'],
    ['a document', '%PDF-1.7 and so on'],
    ['a film', '\x00\x00\x00\x1cftypisom\x00\x00\x00\x00mp42'],
    ['a bitmap', 'BM\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00'],
    ['a picture’s first byte', '\xff\xd8\xff'],
    ['nothing', ''],
  ])('%s is none', (_, text) => {
    expect(sniff(bytes(text))).toBeNull();
  });
  test('and no bytes are too strange to be asked', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (file) => {
        expect(() => sniff(file)).not.toThrow();
      }),
    );
  });
});
