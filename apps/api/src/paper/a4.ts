/** Points in a millimetre. */
export const mm = 72 / 25.4;

export const a4 = { width: 210 * mm, height: 297 * mm } as const;
