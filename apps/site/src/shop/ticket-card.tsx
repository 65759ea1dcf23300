import type { Ticket } from '@festivals/domain/ticketing/schemas';
import { TicketX } from 'lucide-react';
import type { ReactNode } from 'react';
import { renderSVG } from 'uqr';

interface Props {
  ticket: Pick<Ticket, 'code' | 'holder' | 'status'>;
  name: string;
  festival: string;
  dates: string;
  place: string;
  artwork: string;
  words: { qr: string; status: string; over: string };
  children?: ReactNode;
}

/** A ticket as a souvenir: the festival's sky, the name on it, and the code that opens the gate, while it opens one. */
export function TicketCard({ ticket, name, festival, dates, place, artwork, words, children }: Props) {
  const valid = ticket.status === 'SOLD';
  const isOver = ticket.status === 'CANCELLED' || ticket.status === 'REFUNDED';
  return (
    <article className="flex h-full flex-col overflow-hidden rounded-3xl bg-surface shadow-raised print:break-inside-avoid print:border">
      <div className="relative isolate flex min-h-52 flex-col justify-between bg-black p-6 text-white">
        <img
          src={artwork}
          alt=""
          className={`absolute inset-0 -z-10 size-full object-cover object-bottom ${isOver ? 'grayscale' : ''}`}
        />
        <div className="absolute inset-0 -z-10 bg-linear-to-b from-black/75 via-black/20 to-black/75" />
        <div>
          <p className="text-sm font-semibold">{dates}</p>
          <h3 className="headline mt-1 text-3xl">{festival}</h3>
        </div>
        <div>
          <p className="text-lg font-bold">{name}</p>
          <p className="text-sm">{place}</p>
        </div>
      </div>
      <div className="flex flex-1 flex-col items-center gap-4 border-t-2 border-dashed border-line p-6 text-center">
        {isOver ? (
          <div className="flex w-full flex-1 flex-col items-center justify-center rounded-2xl bg-sunken p-6">
            <TicketX aria-hidden="true" className="size-12 text-ink-soft" />
            <p className="mt-3 text-xl font-semibold">{words.status}</p>
            <p className="mt-1 text-ink-soft">{words.over}</p>
          </div>
        ) : (
          // Black on white in the dark too: a scanner is no reader.
          <div
            role="img"
            aria-label={words.qr}
            className={`w-full max-w-64 rounded-2xl bg-white p-3 ${valid ? '' : 'opacity-30'} [&_svg]:block [&_svg]:h-auto [&_svg]:w-full`}
            dangerouslySetInnerHTML={{ __html: renderSVG(ticket.code, { border: 2, ecc: 'M' }) }}
          />
        )}
        <div>
          <p className="font-semibold wrap-anywhere">{ticket.holder}</p>
          {!valid && !isOver && <p className="text-ink-soft">{words.status}</p>}
        </div>
        {!isOver && children}
      </div>
    </article>
  );
}
