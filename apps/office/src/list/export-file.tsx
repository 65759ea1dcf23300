import { Button } from '@festivals/ui/button';
import { useToast } from '@festivals/ui/toast';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useFailureText } from '../shell/failure.tsx';
import { saveFile } from './save-file.ts';

type Props = {
  label: string;
  /** What the file is called on the reader's machine. */
  name: string;
  read: () => Promise<Blob>;
  size?: 'sm';
};

/** Hands over a file that can be changed elsewhere and imported again; lists for reading go out by `ExportMenu`. */
export function ExportFile({ label, name, read, size }: Props) {
  const say = useToast();
  const describe = useFailureText();
  const run = useMutation({
    mutationFn: read,
    onSuccess: (file) => saveFile(file, name),
    onError: (error) => say({ tone: 'danger', title: describe(error).title }),
  });
  return (
    <Button onClick={() => run.mutate()} busy={run.isPending} {...(size && { size })}>
      <Download aria-hidden="true" />
      {label}
    </Button>
  );
}
