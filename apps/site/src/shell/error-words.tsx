'use client';

import { createContext, use, type ReactNode } from 'react';

export interface ErrorWords {
  title: string;
  text: string;
  retry: string;
}

const Words = createContext<ErrorWords | null>(null);

/** Brings the words for a page that failed to where there is no translator any more. */
export function ErrorWordsProvider({ words, children }: { words: ErrorWords; children: ReactNode }) {
  return <Words value={words}>{children}</Words>;
}

export const useErrorWords = (): ErrorWords | null => use(Words);
