/** What makes two spellings one code: capitals, and one way to write an accent, however a keyboard makes it. */
export const codeKey = (typed: string): string => typed.normalize('NFC').toUpperCase();
