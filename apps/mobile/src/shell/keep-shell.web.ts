/** Keeps the app itself and asks the browser not to throw its data away. */
export function keepShell(): void {
  if (!('serviceWorker' in navigator)) return;
  void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
  void navigator.storage.persist?.();
}
