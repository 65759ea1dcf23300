/** What a person may choose; `auto` is dark by night whatever the system says, since a bright screen blinds at a gate. */
export type Look = 'auto' | 'light' | 'dark';

export const looks: readonly Look[] = ['auto', 'light', 'dark'];

const NIGHT_FROM = 20;
const NIGHT_UNTIL = 7;

/** The look to wear: the choice, or at night the dark one, or the system's. `hour` is the local hour from 0 to 23. */
export function lookAt(choice: Look, hour: number): 'light' | 'dark' | 'system' {
  if (choice !== 'auto') return choice;
  return hour >= NIGHT_FROM || hour < NIGHT_UNTIL ? 'dark' : 'system';
}
