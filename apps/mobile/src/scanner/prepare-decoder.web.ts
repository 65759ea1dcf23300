import { prepareZXingModule } from 'barcode-detector/ponyfill';

/** Takes the decoder from the app's own origin: it must work without network and under a strict policy. */
export function prepareDecoder(): void {
  prepareZXingModule({ overrides: { locateFile: (file: string) => `/${file}` } });
}
