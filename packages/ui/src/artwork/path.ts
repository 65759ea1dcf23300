/** The few words of SVG that every picture is written with. Whole numbers: a finer pen would only be a longer file. */
export const round = (value: number): number => Math.round(value);
export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** A smooth line through points from left to right, each crest and hollow level. */
export function curve(points: readonly (readonly [number, number])[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let [x, y] = [round(first[0]), round(first[1])];
  const steps = rest.map(([nextX, nextY]) => {
    const [dx, dy] = [round(nextX) - x, round(nextY) - y];
    [x, y] = [x + dx, y + dy];
    return `${round(dx / 2)} 0 ${round(dx / 2)} ${dy} ${dx} ${dy}`;
  });
  return `M${round(first[0])} ${round(first[1])}c${steps.join(' ').replaceAll(' -', '-')}`;
}

export const stop = (color: string, at = 0, opacity = 1): string =>
  `<stop${at === 0 ? '' : ` offset="${at}"`} stop-color="${color}"${opacity === 1 ? '' : ` stop-opacity="${opacity}"`}/>`;

/** Half a picture and its mirror image, about the line x = 0. */
export const mirrored = (id: string, half: string): string =>
  `<g id="${id}">${half}</g><use href="#${id}" transform="scale(-1 1)"/>`;

/** A group that leans with the pointer and sinks with the page as things at this depth do: 1 is far, 6 is near. */
export const depth = (at: 1 | 2 | 3 | 4 | 5 | 6, content: string): string => `<g class="fa-d${at}">${content}</g>`;
