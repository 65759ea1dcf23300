import { encode } from 'uqr';

/** Light modules that a reader needs around a QR (ISO/IEC 18004). */
const quiet = 4;

/** Draws a QR of error correction M or better as one vector shape, on white with its quiet zone; `side` is the code's own, in points. */
export function drawQr(doc: PDFKit.PDFDocument, text: string, x: number, y: number, side: number): void {
  const { data } = encode(text, { ecc: 'M', border: 0 });
  const module = side / data.length;
  doc
    .rect(x - quiet * module, y - quiet * module, side + 2 * quiet * module, side + 2 * quiet * module)
    .fill('#ffffff');
  // Dark modules of a row that touch are one rectangle, and all are filled at once: no hairlines between them.
  for (const [row, modules] of data.entries()) {
    for (let from = modules.indexOf(true); from >= 0; from = modules.indexOf(true, from)) {
      const light = modules.indexOf(false, from);
      const to = light < 0 ? modules.length : light;
      doc.rect(x + from * module, y + row * module, (to - from) * module, module);
      from = to;
    }
  }
  doc.fill('#000000');
}
