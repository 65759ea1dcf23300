import type { Enrolment } from '../device/enrolment.ts';
import type { Store } from '../store/local-database.ts';

/** The three clocks that a fact names, in milliseconds. */
export interface GateClock {
  /** The device's wall clock, which may be wrong. */
  wall: () => number;
  /** Since the app started; never set back. */
  monotonic: () => number;
  /** The last time that the server told, 0 when it never has. */
  server: () => number;
}

/** Everything that a scan needs: what this device is, its key, its store, its clocks. */
export interface Gate {
  store: Store;
  enrolment: Enrolment;
  secretKey: Uint8Array;
  clock: GateClock;
  newId: () => string;
}

/** Which life of this device's storage it is: an enrolment is kept beside the facts, so losing them is a new device. */
export const EPOCH = 1;
