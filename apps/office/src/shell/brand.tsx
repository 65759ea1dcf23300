import { classNames } from '@festivals/ui/class-names';

/** The platform's sign. */
export function Brand({ className }: { className?: string }) {
  return <img src="/icon.svg" alt="" width={28} height={28} className={classNames('size-7', className)} />;
}
