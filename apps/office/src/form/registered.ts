/** How what is typed becomes a value, for fields that the form registers by themselves. */

/** A choice that may be none. */
export const orNull = { setValueAs: (text: string | null) => (text === '' ? null : text) };

/** A whole number; an empty field is what is said. */
export const whole = (empty: null | undefined) => ({
  setValueAs: (text: string | number | null | undefined) =>
    text === '' || text === null || text === undefined ? empty : Number(text),
});
