export interface Rush {
  /** Purchases completed within the measured time. */
  completed: number;
  seconds: number;
  /** How long each of them took, in milliseconds. */
  latencies: number[];
}

/** Lets so many buyers buy one after another, all at once, for a bounded time after a warm-up. */
export async function rush(buyers: number, seconds: number, buy: () => Promise<void>): Promise<Rush> {
  const latencies: number[] = [];
  const began = performance.now() + warmUpMs;
  const ends = began + seconds * 1000;
  const one = async () => {
    for (let start = performance.now(); start < ends; start = performance.now()) {
      await buy();
      const end = performance.now();
      if (start >= began && end <= ends) latencies.push(end - start);
    }
  };
  await Promise.all(Array.from({ length: buyers }, one));
  return { completed: latencies.length, seconds, latencies };
}

const warmUpMs = 2000;
