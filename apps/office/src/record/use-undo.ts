import type { Festival } from '@festivals/domain/festival/contract';
import { useToast, type ToastMessage } from '@festivals/ui/toast';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useFailureText } from '../shell/failure.tsx';

/** “Undo” beside what was just said: brings a removed record back, and says so, or why not. */
export function useUndo(festivalId: Festival['id']) {
  const t = useTranslations('office.record');
  const say = useToast();
  const describe = useFailureText();
  const queryClient = useQueryClient();
  const bringBack = async (restore: () => Promise<unknown>) => {
    try {
      await restore();
      say({ title: t('isBack') });
    } catch (error) {
      say({ tone: 'danger', title: describe(error).title });
    }
    await queryClient.invalidateQueries({ queryKey: ['festival', festivalId] });
  };
  return (restore: () => Promise<unknown>): NonNullable<ToastMessage['action']> => ({
    label: t('undo'),
    run: () => void bringBack(restore),
  });
}
