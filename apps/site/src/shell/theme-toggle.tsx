'use client';

import { themeKey } from './theme-script.ts';

const isDark = () => {
  const chosen = document.documentElement.dataset['theme'];
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
};

/** Light or dark; until it is pressed the site follows the reader's system. */
export function ThemeToggle({
  label,
  children,
  className,
}: {
  label: string;
  children: React.ReactNode;
  className: string;
}) {
  const turn = () => {
    const theme = isDark() ? 'light' : 'dark';
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
