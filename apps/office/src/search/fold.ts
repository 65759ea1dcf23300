import { fold } from '@festivals/domain/fold';

/** How well what is looked for fits a name, 0 for not at all: every word must be there; names that begin with it come first. */
export function fits(name: string, sought: string): number {
  const [text, wanted] = [fold(name), fold(sought)];
  if (!wanted.split(/\s+/).every((word) => text.includes(word))) return 0;
  if (text.startsWith(wanted)) return 1;
  return text.includes(` ${wanted}`) ? 0.8 : 0.5;
}

/** Whether the name, or one of its words, begins with what is looked for. */
export const isNear = (fit: number): boolean => fit >= 0.8;
