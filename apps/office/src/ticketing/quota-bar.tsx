/** Sold, then held, of a capacity; decorative, since the figures always stand beside it. */
export function QuotaBar({ sold, held, capacity }: { sold: number; held: number; capacity: number }) {
  const share = (part: number) => `${capacity === 0 ? 0 : Math.min(100, (part / capacity) * 100)}%`;
  return (
    <span aria-hidden="true" className="flex h-1.5 w-full overflow-hidden rounded-full bg-hover">
      <span className="bg-accent transition-[width] duration-500" style={{ width: share(sold) }} />
      <span className="bg-warning transition-[width] duration-500" style={{ width: share(held) }} />
    </span>
  );
}
