/** Lets at most so many pieces of work through at once; the others wait their turn, in order. */
export function turnstile(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: Array<() => void> = [];
  let inside = 0;
  return async (work) => {
    if (inside >= most) await new Promise<void>((enter) => waiting.push(enter));
    else inside += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // Whoever waits takes the place over; else it is free.
      if (next) next();
      else inside -= 1;
    }
  };
}
