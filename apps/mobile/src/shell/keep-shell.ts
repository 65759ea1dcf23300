/** A phone's app is installed whole; there is nothing to keep. */
export function keepShell(): void {}
