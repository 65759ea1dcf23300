import { useId, type ReactNode } from 'react';

/** One matter of a room: its name and what it is for on one side, what is done on the other. */
export function RoomPart({ title, text, children }: { title: string; text?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="mt-10 grid gap-x-12 gap-y-5 border-t border-line pt-10 first-of-type:border-0 first-of-type:pt-2 lg:grid-cols-[minmax(0,20rem)_minmax(0,36rem)]"
    >
      <div>
        <h2 id={id} className="headline text-2xl">
          {title}
        </h2>
        {text && <p className="mt-2 wrap-anywhere text-ink-soft">{text}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
