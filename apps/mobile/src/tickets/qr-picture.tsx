import { useMemo } from 'react';
import { View } from 'react-native';
import Svg, { Path } from 'react-native-svg';
import { encode } from 'uqr';

/** A QR always black on white, whatever the look: a gate's reader wants contrast. Four modules of quiet zone (ISO/IEC 18004). */
export function QrPicture({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => outline(text), [text]);
  return (
    <View
      role="img"
      aria-label={label}
      testID="ticket-qr"
      className="aspect-square w-full overflow-hidden rounded-2xl bg-white"
    >
      <Svg width="100%" height="100%" viewBox={`0 0 ${size} ${size}`}>
        <Path d={path} fill="#000" />
      </Svg>
    </View>
  );
}

/** One path for all dark modules, a run of them at a time. */
function outline(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const runs: string[] = [];
  data.forEach((row, y) => {
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      runs.push(`M${from} ${y}h${x - from + 1}v1H${from}z`);
    }
  });
  return { size, path: runs.join('') };
}
