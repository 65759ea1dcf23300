import { Sheet, SheetContent } from '@festivals/ui/sheet';
import { Skeleton } from '@festivals/ui/skeleton';
import { useTranslations } from 'use-intl';
import { Failure } from '../shell/failure.tsx';

type Props = {
  title: string;
  /** What is waited for. */
  query: { isError: boolean; error: unknown; refetch: () => unknown };
  onClose: () => void;
};

/** The sheet of a record that is still on its way, or does not come. */
export function WaitingSheet({ title, query, onClose }: Props) {
  const shell = useTranslations('office.shell');
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent title={title} closeLabel={shell('close')}>
        {query.isError ? (
          <Failure error={query.error} retry={() => void query.refetch()} />
        ) : (
          <div aria-busy="true" className="space-y-5">
            {[1, 2, 3, 4].map((row) => (
              <Skeleton key={row} className="h-14" />
            ))}
          </div>
        )}
      </SheetContent>
    </Sheet>
  );
}
