import type { ReactNode } from 'react';

/** Light or dark; until it is pressed the site follows the reader's system, or the festival's hour. It is turned by `pageScript`. */
export function ThemeToggle({ label, children, className }: { label: string; children: ReactNode; className: string }) {
  return (
    <button type="button" data-turns-light aria-label={label} title={label} className={className}>
      {children}
    </button>
  );
}
