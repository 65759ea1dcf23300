import { clsx, type ClassValue } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

// Our own text sizes would otherwise be taken for text colours and swallow them; a button's corners are what the festival cuts.
const merge = extendTailwindMerge({
  extend: { theme: { text: ['2xs', 'ui'], shadow: ['flat', 'raised', 'float'], radius: ['button'] } },
});

/** Joins class names; of two that contradict each other the later wins. */
export function classNames(...names: ClassValue[]): string {
  return merge(clsx(names));
}
