/** As much of fontkit as this house uses: words to outlines. */
declare module 'fontkit' {
  export interface Font {
    unitsPerEm: number;
    capHeight: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(text: string): {
      advanceWidth: number;
      glyphs: Array<{ path: { toSVG(): string } }>;
      positions: Array<{ xAdvance: number; xOffset: number; yOffset: number }>;
    };
  }
  export function openSync(path: string): Font;
}
