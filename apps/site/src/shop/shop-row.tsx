import type { ReactNode } from 'react';

interface Props {
  /** What it is, in words. */
  what: ReactNode;
  price: ReactNode;
  /** How many of it: a stepper, or why there is none. */
  control: ReactNode;
  /** What belongs to it and has a line of its own. */
  more?: ReactNode;
  /** A kind of what stands above it: on a phone its price stands below its name. */
  kind?: boolean;
}

/** Something that can be bought. Prices stand below prices and buttons below buttons, on a phone too. */
export function ShopRow({ what, price, control, more, kind = false }: Props) {
  return (
    <li
      className={`grid grid-cols-[minmax(0,1fr)_9rem] items-center gap-x-4 sm:grid-cols-[minmax(0,1fr)_auto_9rem] sm:gap-x-6 ${kind ? 'ps-4' : 'gap-y-3 py-4'}`}
    >
      <div className={`min-w-0 ${kind ? '' : 'max-sm:col-span-2'}`}>{what}</div>
      <div className={kind ? 'max-sm:row-start-2 sm:text-end' : 'sm:text-end'}>{price}</div>
      <div className={kind ? 'max-sm:row-span-2' : ''}>{control}</div>
      {more && <div className="col-span-full">{more}</div>}
    </li>
  );
}
