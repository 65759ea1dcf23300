import type { Language } from '@festivals/domain/primitives';
import Pdf from 'pdfkit';

export interface PdfOptions {
  title: string;
  author: string;
  language: Language;
  /** Width and height in points; A4 where nothing is said. */
  size?: { width: number; height: number };
  /** Its parts say what they are (`paper/tags.ts`), for those who have it read to them. */
  tagged?: boolean;
}

/** A document of whatever pages are drawn on it, as bytes. Long ones should let others work between pages. */
export async function writePdf(
  { title, author, language, size, tagged = false }: PdfOptions,
  draw: (doc: PDFKit.PDFDocument) => void | Promise<void>,
): Promise<Uint8Array> {
  const doc = new Pdf({
    size: size ? [size.width, size.height] : 'A4',
    margin: 0,
    autoFirstPage: false,
    font: '',
    lang: language,
    displayTitle: true,
    tagged,
    pdfVersion: '1.7',
    info: { Title: title, Author: author },
  });
  const parts: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    doc
      .on('data', (part: Uint8Array) => parts.push(part))
      .on('end', resolve)
      .on('error', reject);
  });
  await draw(doc);
  doc.end();
  await done;
  return Buffer.concat(parts);
}
