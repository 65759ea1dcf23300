import { Button } from '@festivals/ui/button';
import { Dialog, DialogClose, DialogContent } from '@festivals/ui/dialog';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { FormFailure } from '../shell/failure.tsx';

type Props = {
  title: string;
  detail: string;
  keepLabel: string;
  confirmLabel: string;
  /** The deed; what it refuses is said in the dialog, which stays. */
  onConfirm: () => Promise<unknown>;
  /** After the deed, done or not. */
  onSettled?: () => unknown;
  onClose: () => void;
  size?: 'sm' | 'md';
  children?: ReactNode;
};

/** Asks before somebody's access or something's past goes: named, with a way back that has the focus first. */
export function ConfirmDialog(props: Props) {
  const { title, detail, keepLabel, confirmLabel, onConfirm, onSettled, onClose, size = 'sm', children } = props;
  const shell = useTranslations('office.shell');
  const confirm = useMutation({ mutationFn: onConfirm, onSuccess: onClose, onSettled: () => onSettled?.() });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size={size}
        title={title}
        description={detail}
        closeLabel={shell('close')}
        footer={
          <>
            <DialogClose asChild>
              <Button>{keepLabel}</Button>
            </DialogClose>
            <Button tone="danger" busy={confirm.isPending} onClick={() => confirm.mutate()}>
              {confirmLabel}
            </Button>
          </>
        }
      >
        {children}
        <FormFailure error={confirm.error} />
      </DialogContent>
    </Dialog>
  );
}
