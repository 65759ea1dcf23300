import type { Letter } from './letter.ts';

/** A letter for those who read without HTML; it says all that the designed one says. */
export function letterText(letter: Letter): string {
  const facts = letter.facts.map(([name, value]) => `${name}: ${value}`).join('\n');
  const also = letter.also && `${letter.also.text}\n${letter.also.link}`;
  const parts = [letter.hello, letter.text, facts, `${letter.button.label}\n${letter.button.link}`, also, letter.note];
  return `${parts.filter(Boolean).join('\n\n')}\n\n-- \n${letter.sentTo}\n`;
}
