import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

/**
 * A file that is looked at before anything is written: `look` asks what it would do, `take` then does just that. Closing the dialog
 * forgets both.
 */
export function useDryRun<Chosen extends object, Plan extends object, Done>({
  preview: ask,
  apply: take,
  onApplied,
  onSettled,
}: {
  preview: (chosen: Chosen) => Promise<Plan>;
  apply: (planned: Chosen & Plan) => Promise<Done>;
  onApplied?: (done: Done) => void;
  onSettled: () => unknown;
}) {
  const [open, setOpen] = useState(false);
  const preview = useMutation({ mutationFn: async (chosen: Chosen) => ({ ...chosen, ...(await ask(chosen)) }) });
  const apply = useMutation({
    mutationFn: take,
    onSuccess: (done) => {
      onApplied?.(done);
      show(false);
    },
    onSettled,
  });
  const forget = () => {
    preview.reset();
    apply.reset();
  };
  const show = (next: boolean) => {
    forget();
    setOpen(next);
  };
  return {
    open,
    show,
    forget,
    plan: preview.data,
    look: (chosen: Chosen) => {
      apply.reset();
      preview.mutate(chosen);
    },
    take: () => preview.data && apply.mutate(preview.data),
    isLooking: preview.isPending,
    isTaking: apply.isPending,
    error: preview.error ?? apply.error,
  };
}
