import type { Language } from '@festivals/domain/primitives';
import { printable } from '../../paper/printable.ts';
import type { OpenedPicture } from '../../paper/open-picture.ts';
import type { Pen } from '../../paper/pen.ts';
import type { Tags } from '../../paper/tags.ts';
import { type Frame, drawArtwork } from './ticket-pdf-artwork.ts';
import { formatDates } from './ticket-pdf-words.ts';
import type { FestivalOnPaper } from './ticket-to-print.ts';

/** The width that the artwork's parts are measured for, in points. */
const drawnFor = 595;

/** The festival's own picture, or its evening drawn; dark where words stand on it. */
export function drawPicture(
  doc: PDFKit.PDFDocument,
  frame: Frame,
  { theme }: FestivalOnPaper,
  cover: OpenedPicture | null,
): void {
  const { x, y, width, height } = frame;
  doc.save().rect(x, y, width, height).clip();
  if (cover) doc.image(cover, x, y, { cover: [width, height], align: 'center', valign: 'center' });
  else drawScaled(doc, frame, theme);
  // Words reach further down in a low frame; a drawn evening is dark above by itself.
  const [above, middle, below] = cover ? [0.78, 0.5, 0.12] : [0.2, height < width / 2 ? 0.38 : 0, 0];
  const shade = doc.linearGradient(x, y, x, y + height);
  shade.stop(0, '#000000', above).stop(0.6, '#000000', middle).stop(1, '#000000', below);
  doc.rect(x, y, width, height).fill(shade);
  doc.restore();
}

/** A little higher than its frame, which cuts it: no seam of sky below the hills. */
function drawScaled(doc: PDFKit.PDFDocument, { x, y, width, height }: Frame, theme: FestivalOnPaper['theme']): void {
  const scale = width / drawnFor;
  doc.save().translate(x, y).scale(scale);
  drawArtwork(doc, { x: 0, y: 0, width: drawnFor, height: height / scale + 2 }, theme);
  doc.restore();
}

interface Heading {
  /** The largest size of the festival's name, in points. */
  size: number;
  pad: number;
  /** What it is read as: there is one first heading on a page. */
  as: 'H1' | 'P';
}

/** What, when and where, in white, as large as it fits into a frame. */
export function drawHeading(
  tags: Tags,
  pen: Pen,
  frame: Frame,
  festival: FestivalOnPaper,
  language: Language,
  { size, pad, as }: Heading,
): void {
  const [x, width] = [frame.x + pad, frame.width - 2 * pad];
  const name = printable(festival.name);
  let y = frame.y + pad * 0.9;
  // One line as long as it stays big, else two.
  const oneLine = pen.fitting(
    name,
    width,
    1,
    { weight: 'black', size, color: '#ffffff', spacing: -size / 64 },
    size * 0.69,
  );
  const big = pen.fitting(name, width, 2, oneLine, size * 0.28);
  tags.part(as, () => (y = pen.paragraph(name, x, y, width, big) + size * 0.12));
  const days = formatDates(festival, language);
  const dates = pen.fitting(days, width, 1, { weight: 'semibold', size: size * 0.3, color: '#ffffff' }, size * 0.14);
  tags.part('P', () => (y = pen.paragraph(days, x, y, width, dates) + size * 0.04));
  const { place } = festival;
  const where = printable(place.name === place.city ? place.city : `${place.name}, ${place.city}`);
  const small = pen.fitting(where, width, 1, { weight: 'regular', size: size * 0.22, color: '#ffffff' }, size * 0.12);
  tags.part('P', () => void pen.paragraph(where, x, y, width, small));
}
