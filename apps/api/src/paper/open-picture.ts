/** A picture that was opened once for a document: however often it is drawn, it is in the file once. */
export type OpenedPicture = Parameters<PDFKit.PDFDocument['image']>[0];

export const openPicture = (doc: PDFKit.PDFDocument, jpeg: Buffer): OpenedPicture =>
  // PDFKit has this since 0.12; its types leave it out.
  (doc as PDFKit.PDFDocument & { openImage(source: Buffer): OpenedPicture }).openImage(jpeg);
