import { encode } from 'uqr';

/** Black on white whatever the look, with the four light modules that a reader wants around it (ISO/IEC 18004). */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="block h-auto w-full forced-color-adjust-none"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={outlineOf(data)} fill="#000" />
    </svg>
  );
}

/** One path for all dark modules, a run of them at a time. */
function outlineOf(data: readonly (readonly boolean[])[]): string {
  const runs: string[] = [];
  for (const [y, row] of data.entries()) {
    for (let from = row.indexOf(true); from >= 0; from = row.indexOf(true, from)) {
      const light = row.indexOf(false, from);
      const to = light < 0 ? row.length : light;
      runs.push(`M${from} ${y}h${to - from}v1H${from}z`);
      from = to;
    }
  }
  return runs.join('');
}
