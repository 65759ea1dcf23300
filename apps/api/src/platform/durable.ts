/**
 * Makes a flush that many can wait for at once: it ends when everything committed before the call is on the disk. Whoever asks while
 * a flush is under way shares the next one, since the present one may have begun before their commit.
 */
export function sharedFlush(flush: () => Promise<unknown>): () => Promise<void> {
  let present: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () =>
    (next ??= present
      .catch(() => undefined)
      .then(async () => {
        next = undefined;
        present = flush();
        await present;
      }));
}
