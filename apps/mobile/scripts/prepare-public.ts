import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { drawIcons } from './draw-icons.ts';

const { resolve } = createRequire(import.meta.url);

/** Makes the public files that are not sources: the icons, and the decoder that the camera loads from our own origin. */
export function preparePublic(root: string): void {
  mkdirSync(join(root, 'public'), { recursive: true });
  drawIcons(root);
  copyFileSync(resolve('zxing-wasm/reader/zxing_reader.wasm'), join(root, 'public/zxing_reader.wasm'));
}
