import localFont from 'next/font/local';

// The Latin half of the text's face, asked for by the page itself so that its first words are set in it. Further letters come from
// the package's own style sheet, when a page has such letters; the display faces with the festival that is set in them.
const text = localFont({
  src: '../../../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  variable: '--face-text',
  weight: '100 900',
  adjustFontFallback: false,
});

/** The class that makes the text's face known below an element. */
export const faces = text.variable;
