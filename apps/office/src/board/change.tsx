import { ArrowDownRight, ArrowRight, ArrowUpRight } from 'lucide-react';
import { useFormatter } from 'use-intl';

/** How much more or less than before, in a word and a sign; nothing where there is nothing to compare with. */
export function Change({ now, before, than }: { now: number; before: number; than: string }) {
  const format = useFormatter();
  if (before === 0) return <>{than}</>;
  const share = (now - before) / before;
  const Arrow = Math.abs(share) < 0.005 ? ArrowRight : share > 0 ? ArrowUpRight : ArrowDownRight;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1">
      <span className={share >= 0.005 ? 'text-success-text' : 'text-ink-soft'}>
        <Arrow aria-hidden="true" className="mr-0.5 inline size-3.5 align-[-2px]" />
        <span className="tabular font-medium">
          {format.number(share, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' })}
        </span>
      </span>
      <span>{than}</span>
    </span>
  );
}
