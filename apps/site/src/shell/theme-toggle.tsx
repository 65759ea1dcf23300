'use client';

import type { MouseEvent, ReactNode } from 'react';
import { themeKey } from './theme-script.ts';

/** Whether it is dark where the reader pressed: a festival of the night is so without anybody's choice. */
function isDark(at: Element): boolean {
  const scheme = getComputedStyle(at).colorScheme;
  return scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
}

/** Light or dark; until it is pressed the site follows the reader's system, or the festival's hour. */
export function ThemeToggle({ label, children, className }: { label: string; children: ReactNode; className: string }) {
  const turn = ({ currentTarget }: MouseEvent) => {
    const theme = isDark(currentTarget) ? 'light' : 'dark';
    document.documentElement.dataset['theme'] = theme;
    try {
      localStorage.setItem(themeKey, theme);
    } catch {
      // A browser that keeps nothing still turns the lights off for this page.
    }
  };
  return (
    <button type="button" onClick={turn} aria-label={label} title={label} className={className}>
      {children}
    </button>
  );
}
