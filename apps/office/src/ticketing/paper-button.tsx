import { Button } from '@festivals/ui/button';
import { useToast } from '@festivals/ui/toast';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { saveFile } from '../list/save-file.ts';
import { useFailureText } from '../shell/failure.tsx';

interface Props {
  /** How the file is called. */
  file: string;
  load: () => Promise<Blob>;
  /** A sign and what it is. */
  children: ReactNode;
}

/** Hands over something on paper: tickets, a receipt. */
export function PaperButton({ file, load, children }: Props) {
  const t = useTranslations('office.list');
  const say = useToast();
  const describe = useFailureText();
  const save = useMutation({
    mutationFn: async () => saveFile(await load(), file),
    onSuccess: () => say({ title: t('exported', { file }) }),
    onError: (error) => say({ tone: 'danger', title: describe(error).title }),
  });
  return (
    <Button busy={save.isPending} onClick={() => save.mutate()}>
      {children}
    </Button>
  );
}
