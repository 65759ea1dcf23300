import type { Theme } from '@festivals/domain/festival/contract';
import { drawArtwork, inkOn, paletteOf } from '@festivals/ui';
import sharp from 'sharp';
import { cutOf, fitText, isSettable, setText } from './set-text.ts';

const [width, height, margin] = [1200, 630, 64];

export interface Card {
  theme: Theme;
  /** Above the title: when and where, or whose artist this is. */
  kicker: readonly string[];
  /** The first of these that can be written is: no face that we have knows every script. */
  titles: readonly string[];
  /** Below the title, in a line. */
  foot: readonly string[];
}

/** What others see when a page is shared: the festival's artwork with a title on it, 1200 × 630, as JPEG. */
export async function drawCard({ theme, kicker, titles, foot }: Card): Promise<Buffer> {
  const palette = paletteOf(theme);
  const { lettering = 'loud' } = theme;
  const cut = cutOf(theme);
  const title = titles.find((one) => isSettable(one, cut) && setText(one, cut, 24).width > 0) ?? '';
  const said = lettering === 'small' ? title.toLowerCase() : lettering === 'plain' ? title : title.toUpperCase();
  const { size, lines } = fitText(said, cut, { width: width - margin * 2, height: 300, most: 260 });
  const inALine = (parts: readonly string[]) =>
    setText(parts.filter((one) => one !== '' && one !== title && isSettable(one, 'text')).join(' · '), 'text', 30);
  const [small, below] = [inALine(kicker), inALine(foot)];
  const [ink, sky, land] = [inkOn(palette), palette.sky[0], palette.land];
  const fit = (words: { width: number; path: string }, x: number, y: number) => {
    const scale = Math.min(1, (width - margin * 2) / Math.max(1, words.width));
    return `<g transform="translate(${x} ${y})scale(${scale})">${words.path}</g>`;
  };
  const art = drawArtwork(theme).replace(
    /^<svg [^>]*>/,
    `<svg x="0" y="-60" width="${width}" height="750" viewBox="0 0 1600 1000" preserveAspectRatio="xMidYMax slice">`,
  );
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<defs><linearGradient id="top" x1="0" y1="0" x2="0" y2="1"><stop stop-color="${sky}" stop-opacity=".94"/><stop offset=".5" stop-color="${sky}" stop-opacity=".62"/><stop offset="1" stop-color="${sky}" stop-opacity="0"/></linearGradient>` +
    `<linearGradient id="foot" x1="0" y1="0" x2="0" y2="1"><stop stop-color="${land}" stop-opacity="0"/><stop offset=".7" stop-color="${land}" stop-opacity=".92"/></linearGradient></defs>` +
    `<rect width="${width}" height="${height}" fill="${land}"/>${art}` +
    `<rect width="${width}" height="470" fill="url(#top)"/><rect y="${height - 190}" width="${width}" height="190" fill="url(#foot)"/>` +
    `<g color="${ink}">${fit(small, margin, margin + 26)}${lines
      .map(
        (line, at) => `<g transform="translate(${margin} ${margin + 60 + size * (0.78 + at * 0.94)})">${line.path}</g>`,
      )
      .join('')}</g>` +
    `<g color="#ffffff">${fit(below, margin, height - 46)}</g></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 84, mozjpeg: true }).toBuffer();
}
