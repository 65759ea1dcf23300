import type { Present, Screen } from '@festivals/domain/live';
import type { FestivalId, PersonId } from '@festivals/domain/primitives';

/** One tab of somebody, wherever among the API's processes it is connected. */
export interface Seat {
  process: string;
  socket: string;
  festivalId: FestivalId;
  personId: PersonId;
  name: string;
  screen: Screen;
}

/** Somebody came to a screen or is there no more. */
export interface Movement extends Present {
  festivalId: FestivalId;
  present: boolean;
}

/** Who looks at which screen. A person with two tabs on one screen is there once. */
export class Presence {
  readonly #seats = new Map<string, Seat>();

  /** Seats somebody, or moves them: a tab shows one screen. */
  sit(seat: Seat): Movement[] {
    const before = this.#seats.get(keyOf(seat));
    if (before?.festivalId === seat.festivalId && before.screen === seat.screen) return [];
    const gone = before ? this.leave(before) : [];
    const wasThere = this.#isThere(seat);
    this.#seats.set(keyOf(seat), seat);
    return wasThere ? gone : [...gone, movementOf(seat, true)];
  }

  leave(tab: Pick<Seat, 'process' | 'socket'>): Movement[] {
    const seat = this.#seats.get(keyOf(tab));
    if (!seat) return [];
    this.#seats.delete(keyOf(tab));
    return this.#isThere(seat) ? [] : [movementOf(seat, false)];
  }

  /** Every tab of a process that ended or fell silent. */
  leaveAll(process: string): Movement[] {
    return this.seatsOf(process).flatMap((seat) => this.leave(seat));
  }

  seatsOf(process: string): Seat[] {
    return [...this.#seats.values()].filter((seat) => seat.process === process);
  }

  /** Who is on those screens of a festival, each person once a screen. */
  present(festivalId: FestivalId, sees: (screen: Screen) => boolean): Present[] {
    const there = new Map<string, Present>();
    for (const seat of this.#seats.values()) {
      if (seat.festivalId !== festivalId || !sees(seat.screen)) continue;
      const { personId, name, screen } = seat;
      there.set(`${personId} ${screen}`, { personId, name, screen });
    }
    return [...there.values()];
  }

  #isThere({ festivalId, personId, screen }: Seat): boolean {
    for (const one of this.#seats.values())
      if (one.festivalId === festivalId && one.personId === personId && one.screen === screen) return true;
    return false;
  }
}

const keyOf = ({ process, socket }: Pick<Seat, 'process' | 'socket'>) => `${process} ${socket}`;

const movementOf = ({ festivalId, personId, name, screen }: Seat, present: boolean): Movement => ({
  festivalId,
  personId,
  name,
  screen,
  present,
});
