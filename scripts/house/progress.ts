const column = 11;

/** One calm line of progress: what it is about, what happened, and how long it took. */
export function say(about: string, what: string, milliseconds?: number): void {
  const time = milliseconds === undefined ? '' : seconds(milliseconds);
  console.log(`  ${about.padEnd(column)} ${what.padEnd(46)} ${time}`.trimEnd());
}

export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** Ends the program with a message for its user; the stack is for whoever asks for it. */
export function giveUp(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  console.error(`\n${message}\n`);
  if (process.env['DEBUG'] !== undefined) console.error(error);
  process.exitCode = 1;
}
