'use client';

import { useEffect } from 'react';

/** Says that the page has come to life, to what waits for it (`pageScript`). */
export function Awake() {
  useEffect(() => {
    dispatchEvent(new Event('awake'));
  }, []);
  return null;
}
