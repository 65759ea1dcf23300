/** Draws a place's sign as a picture for the map, from the lines of the icon that the page shows as well. */

const size = 30;
/** Pixels of the picture for one of the page: sharp on the screens that people have. */
export const signRatio = 2;

export interface SignColors {
  ground: string;
  line: string;
}

/** @param icon an icon of lucide as it stands in the page, or a symbol of it, drawn on 24 by 24 */
export function drawSign(icon: SVGElement, { ground, line }: SignColors): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = size * signRatio;
  canvas.height = size * signRatio;
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.scale(signRatio, signRatio);
  pen.beginPath();
  pen.arc(size / 2, size / 2, size / 2 - 2, 0, 2 * Math.PI);
  pen.fillStyle = ground;
  pen.fill();
  pen.strokeStyle = line;
  pen.lineWidth = 2;
  pen.stroke();
  pen.translate(7, 7);
  pen.scale(16 / 24, 16 / 24);
  pen.lineWidth = 2.25;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  for (const part of icon.children) pen.stroke(pathOf(part));
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

/** The shapes of which lucide's icons are made. */
function pathOf(part: Element): Path2D {
  const number = (name: string) => Number(part.getAttribute(name) ?? 0);
  const path = new Path2D();
  switch (part.tagName.toLowerCase()) {
    case 'path':
      return new Path2D(part.getAttribute('d') ?? '');
    case 'circle':
      path.arc(number('cx'), number('cy'), number('r'), 0, 2 * Math.PI);
      return path;
    case 'ellipse':
      path.ellipse(number('cx'), number('cy'), number('rx'), number('ry'), 0, 0, 2 * Math.PI);
      return path;
    case 'rect':
      path.roundRect(number('x'), number('y'), number('width'), number('height'), number('rx'));
      return path;
    case 'line':
      path.moveTo(number('x1'), number('y1'));
      path.lineTo(number('x2'), number('y2'));
      return path;
    default:
      return new Path2D(`M${part.getAttribute('points') ?? ''}`);
  }
}
