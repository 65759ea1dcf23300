import type { ReactNode } from 'react';

/** Shows favourites alone. A plain box: the style sheet does the rest. */
export function OnlyMine({ label }: { label: ReactNode }) {
  return (
    <label className="scripted only-mine">
      <input type="checkbox" id="only-mine" autoComplete="off" />
      {label}
    </label>
  );
}
