import { fontFile, runsOf, type Weight } from './fonts.ts';

export interface Hand {
  weight: Weight;
  /** In points. */
  size: number;
  color: string;
  /** Between letters, in points. */
  spacing?: number;
}

export interface Pen {
  widthOf(text: string, hand: Hand): number;
  /** Writes one line; `y` is the top of its letters' box. */
  line(text: string, x: number, y: number, hand: Hand): void;
  /** Writes as many lines as the text needs within a width and returns the `y` below them. */
  paragraph(text: string, x: number, y: number, width: number, hand: Hand): number;
  /** How high such a paragraph is. */
  heightOf(text: string, width: number, hand: Hand): number;
  /** The hand made smaller until the text fits into so many lines of a width, though never below `least` points. */
  fitting(text: string, width: number, lines: number, hand: Hand, least: number): Hand;
}

const leading = 1.22;

/** Writes on a document with whichever font files the letters need. */
export function penOn(doc: PDFKit.PDFDocument): Pen {
  const known = new Set<string>();
  const take = (font: string, size: number) => {
    if (!known.has(font)) doc.registerFont(font, fontFile(font));
    known.add(font);
    return doc.font(font).fontSize(size);
  };
  const options = ({ spacing = 0 }: Hand) => ({ lineBreak: false, characterSpacing: spacing });

  const widthOf = (text: string, hand: Hand) =>
    runsOf(text, hand.weight).reduce(
      (sum, run) => sum + take(run.font, hand.size).widthOfString(run.text, options(hand)),
      0,
    );

  const line = (text: string, x: number, y: number, hand: Hand) => {
    let at = x;
    for (const run of runsOf(text, hand.weight)) {
      take(run.font, hand.size).fillColor(hand.color).text(run.text, at, y, options(hand));
      at += doc.widthOfString(run.text, options(hand));
    }
  };

  const linesOf = (text: string, width: number, hand: Hand) => {
    const lines: string[] = [];
    for (const word of text.split(' ')) {
      const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
      if (lines.length > 0 && widthOf(longer, hand) <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  };

  const fits = (text: string, width: number, lines: number, hand: Hand) => {
    const broken = linesOf(text, width, hand);
    return broken.length <= lines && broken.every((one) => widthOf(one, hand) <= width);
  };

  return {
    widthOf,
    line,
    paragraph: (text, x, y, width, hand) => {
      const lines = linesOf(text, width, hand);
      for (const [index, one] of lines.entries()) {
        const top = y + index * hand.size * leading;
        line(one, x, top, hand);
        // Read aloud or copied, the last word of a line and the first of the next one stay two.
        if (index < lines.length - 1) doc.text(' ', x + widthOf(one, hand), top, options(hand));
      }
      return y + lines.length * hand.size * leading;
    },
    heightOf: (text, width, hand) => linesOf(text, width, hand).length * hand.size * leading,
    fitting: (text, width, lines, hand, least) => {
      let { size } = hand;
      while (size > least && !fits(text, width, lines, { ...hand, size })) size -= 1;
      return { ...hand, size };
    },
  };
}
