/** A card number as it stands on a card: `spaced('4242424242424242')` is `4242 4242 4242 4242`. */
export const spaced = (digits: string): string =>
  digits
    .replace(/\D/g, '')
    .slice(0, 19)
    .replace(/(.{4})(?=.)/g, '$1 ');
