'use client';

import { Printer } from 'lucide-react';

export function PrintButton({ label, className }: { label: string; className: string }) {
  return (
    <button type="button" onClick={() => print()} className={`scripted ${className}`}>
      <Printer aria-hidden="true" className="size-5" />
      {label}
    </button>
  );
}
