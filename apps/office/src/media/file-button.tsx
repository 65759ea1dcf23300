import { declaredTypes } from '@festivals/domain/media/rules';
import { Button } from '@festivals/ui/button';
import { useRef, type ComponentProps } from 'react';

type Props = Omit<ComponentProps<typeof Button>, 'onClick'> & {
  onFiles: (files: File[]) => void;
  multiple?: boolean;
};

/** A button that opens the system's own choice of files. */
export function FileButton({ onFiles, multiple = false, children, ...props }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        accept={declaredTypes.filter((type) => type.startsWith('image/')).join(',')}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file can be chosen again.
          currentTarget.value = '';
        }}
      />
      <Button {...props} onClick={() => input.current?.click()}>
        {children}
      </Button>
    </>
  );
}
