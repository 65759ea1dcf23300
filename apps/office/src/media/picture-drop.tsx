import { classNames } from '@festivals/ui/class-names';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';

type Props = {
  onFiles: (files: File[]) => void;
  /** What is said over everything while files are held above it. */
  invitation: string;
  className?: string;
  children: ReactNode;
};

const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');

/** A place onto which files may be dropped; its buttons are the way for everyone else. */
export function PictureDrop({ onFiles, invitation, className, children }: Props) {
  const [over, setOver] = useState(false);
  // Children are entered and left as well: only when all are left, it is left.
  const depth = useRef(0);
  const move = (by: number) => (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  };
  return (
    <div
      onDragEnter={move(1)}
      onDragLeave={move(-1)}
      onDragOver={(event) => carriesFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        depth.current = 0;
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
      className={classNames('relative', className)}
    >
      {children}
      {over && (
        <div className="pointer-events-none absolute inset-0 z-30 grid animate-appear place-items-center rounded-xl border-2 border-dashed border-accent bg-accent-soft/90 p-4 text-center text-ui font-medium text-accent-text">
          {invitation}
        </div>
      )}
    </div>
  );
}
