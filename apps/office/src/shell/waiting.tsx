import { Skeleton } from '@festivals/ui/skeleton';

/** A screen on its way: the shape of a heading and a list. */
export function Waiting() {
  return (
    <div className="mx-auto w-full max-w-6xl space-y-5 px-4 pt-7 sm:px-6 lg:px-8" aria-busy="true">
      <Skeleton className="h-6 w-48" />
      <Skeleton className="h-64 w-full" />
    </div>
  );
}
