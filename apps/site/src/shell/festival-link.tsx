'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** To the first page of the festival below whose address one is, where nothing else knows which that is. */
export function FestivalLink({ className, children }: { className: string; children: ReactNode }) {
  const [, language, slug] = usePathname().split('/');
  return (
    <a href={`/${language}/${slug}`} className={className}>
      {children}
    </a>
  );
}
