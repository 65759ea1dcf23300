import { classNames } from './class-names.ts';

/** The place of something that is still on its way, in its size, so that nothing jumps. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'block h-4 animate-shimmer rounded-md bg-linear-to-r from-hover via-sunken to-hover bg-[length:200%_100%]',
        className,
      )}
    />
  );
}
