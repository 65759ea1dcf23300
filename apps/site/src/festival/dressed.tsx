import type { Theme } from '@festivals/domain/festival/contract';
import { themeLook } from '@festivals/ui';
import type { ReactNode } from 'react';

/** A page in the festival's own look: its colours, faces, corners and air. */
export function Dressed({ theme, children }: { theme: Theme; children: ReactNode }) {
  return (
    <div {...themeLook(theme)} className="flex flex-1 flex-col font-sans">
      {children}
    </div>
  );
}
