import { AppState } from 'react-native';

/** Calls when the app comes to the front again, after which a phone most often has its network back. Answers how to stop listening. */
export function onNetworkBack(call: () => void): () => void {
  const listening = AppState.addEventListener('change', (state) => {
    if (state === 'active') call();
  });
  return () => listening.remove();
}
