import localFont from 'next/font/local';

// The Latin halves of the two faces, asked for by the page itself so that its first words are set in them. Further letters
// come from the packages' own style sheets, when a page has such letters; until then stand-ins of the same width.
const display = localFont({
  src: '../../../../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wdth-normal.woff2',
  variable: '--face-display',
  weight: '200 800',
  declarations: [{ prop: 'font-stretch', value: '75% 100%' }],
  adjustFontFallback: false,
});
const text = localFont({
  src: '../../../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  variable: '--face-text',
  weight: '100 900',
  adjustFontFallback: false,
});

/** Classes that make both faces known below an element. */
export const faces = `${display.variable} ${text.variable}`;
