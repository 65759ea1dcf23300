import { mm } from './a4.ts';

/** A quarter of A4, upright: what an A4 sheet is when it was folded twice. */
export const a6 = { width: 105 * mm, height: 148.5 * mm } as const;
