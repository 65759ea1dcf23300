import type { ErrorComponentProps } from '@tanstack/react-router';
import { useRouter } from '@tanstack/react-router';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Failure } from './failure.tsx';

/** Whatever a screen could not catch itself. The rest of the office goes on around it. */
export function CrashScreen({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const retry = () => {
    queries.reset();
    reset();
    void router.invalidate();
  };
  return (
    <main className="grid min-h-[60dvh] place-items-center">
      <Failure error={error} retry={retry} />
    </main>
  );
}
