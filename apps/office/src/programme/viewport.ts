/** What of a large grid is looked at, so that only that is drawn. */

/** Minutes are so many pixels high, from the whole day at a glance to single minutes. */
export const zooms = [0.3, 0.45, 0.7, 1.1, 1.6, 2.4, 3.6] as const;
export const usualZoom = 3;

/** The width of the hours on the left, and the height of the stages' names, in pixels. */
export const gutter = 56;
export const header = 36;
const narrowest = 136;

/** What is seen of the grid's body, in its own pixels. */
export type View = { left: number; top: number; width: number; height: number };

/** How wide a stage is: all of them fill the window, or each is as narrow as can be read. */
export const columnWidth = (width: number, stages: number): number =>
  Math.max(narrowest, Math.floor((width - gutter) / Math.max(stages, 1)));

/** Which columns are seen, and one more on either side. */
export function seenColumns({ left, width }: View, wide: number, count: number): { from: number; to: number } {
  const from = Math.max(0, Math.floor(left / wide) - 1);
  return { from, to: Math.min(count, Math.ceil((left + width) / wide) + 1) };
}

/** Which minutes are seen, and an hour's worth of pixels more on either side. */
export function seenMinutes({ top, height }: View, pixelsPerMinute: number): { from: number; to: number } {
  const margin = 160;
  return { from: (top - margin) / pixelsPerMinute, to: (top + height + margin) / pixelsPerMinute };
}

/** The view in coarse steps: a scroll within a step draws nothing anew. */
export const coarse = ({ left, top, width, height }: View): View => ({
  left: Math.floor(left / 64) * 64,
  top: Math.floor(top / 64) * 64,
  width: width + 64,
  height: height + 64,
});

/** The zoom at which a day of so many minutes fits into a height. */
export function zoomToFit(minutes: number, height: number): number {
  const fits = zooms.findLastIndex((pixels) => minutes * pixels <= height - header);
  return Math.max(fits, 0);
}
