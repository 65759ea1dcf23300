import type { ComponentProps } from 'react';

type Tone = 'accent' | 'plain';

/** A way on, as large as what it leads to matters. */
export function PillLink({ tone = 'plain', children, ...link }: ComponentProps<'a'> & { tone?: Tone }) {
  const look =
    tone === 'accent' ? 'bg-accent text-on-accent hover:bg-accent-hover' : 'border-2 border-edge hover:bg-hover';
  return (
    <a
      className={`inline-flex min-h-14 items-center gap-2 rounded-button px-8 text-lg font-semibold ${look}`}
      {...link}
    >
      {children}
    </a>
  );
}
