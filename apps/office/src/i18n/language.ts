import { isLanguage, speak, type Language } from '@festivals/messages';
import { useSyncExternalStore } from 'react';

const key = 'office.language';
const listeners = new Set<() => void>();

function remembered(): Language {
  const stored = localStorage.getItem(key);
  return stored !== null && isLanguage(stored) ? stored : speak(navigator.languages);
}

let language = remembered();

/** The language that the office speaks now; the API is asked in it as well. */
export const currentLanguage = (): Language => language;

/** Speaks another language at once, and next time too. */
export function speakLanguage(next: Language): void {
  language = next;
  localStorage.setItem(key, next);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage);
