/** Every picture's own grid. The middle third alone must be a whole picture: a phone shows no more. */
export const frame = { width: 1600, height: 1000, middle: 800, horizon: 690 };
