/** How long what is heavy waits where nobody touches anything, so that the page is read first. */
const patienceMs = 4000;
const signs = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'scroll', 'keydown', 'focusin'] as const;

/**
 * The first sign that somebody is about to use the page, or some seconds without one; never, once it was called off. A page whose
 * scripts themselves came by such a sign says so (`data-used`).
 */
export function firstSign(until: AbortSignal): Promise<void> {
  if ('used' in document.documentElement.dataset) return Promise.resolve();
  return new Promise((resolve) => {
    const done = new AbortController();
    const come = () => {
      done.abort();
      resolve();
    };
    const timer = setTimeout(come, patienceMs);
    done.signal.addEventListener('abort', () => clearTimeout(timer));
    until.addEventListener('abort', () => done.abort());
    for (const sign of signs) addEventListener(sign, come, { signal: done.signal, passive: true, capture: true });
  });
}
