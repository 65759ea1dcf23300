/** Calls when the browser sees a network again. Answers how to stop listening. */
export function onNetworkBack(call: () => void): () => void {
  addEventListener('online', call);
  return () => removeEventListener('online', call);
}
