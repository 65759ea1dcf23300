import type { RefusalReason } from '@festivals/domain/access/rules';
import type { Localised } from './localised-name.ts';

/** What a scan came to, as the screen shows it. */
export type ScanResult =
  | { kind: 'admitted'; typeName: Localised }
  | { kind: 'refused'; because: RefusalReason; typeName: Localised; since: string | null; here: boolean }
  /** The device itself may not scan: revoked or past its certificate's day. */
  | { kind: 'closed' };

/** Colour, sign and sound of a verdict; each says the same on its own. */
export type Tone = 'go' | 'stop' | 'wait';

/** `wait` asks the steward to look again; `stop` is the festival's no. */
export function toneOf(result: ScanResult): Tone {
  if (result.kind === 'admitted') return 'go';
  return result.kind === 'refused' && result.because === 'unreadable' ? 'wait' : 'stop';
}

interface Words {
  word: 'admitted' | 'already' | 'revoked' | 'forged' | 'withdrawn' | 'otherFestival' | 'unreadable' | 'closed';
  more:
    | 'alreadyHere'
    | 'alreadyElsewhere'
    | 'revokedMore'
    | 'forgedMore'
    | 'withdrawnMore'
    | 'otherFestivalMore'
    | 'unreadableMore'
    | 'closedMore'
    | null;
}

/** The word that fills the screen and the sentence below it. */
export function wordsOf(result: ScanResult): Words {
  if (result.kind === 'admitted') return { word: 'admitted', more: null };
  if (result.kind === 'closed') return { word: 'closed', more: 'closedMore' };
  switch (result.because) {
    case 'already_admitted':
      return { word: 'already', more: result.here ? 'alreadyHere' : 'alreadyElsewhere' };
    case 'revoked':
      return { word: 'revoked', more: 'revokedMore' };
    case 'forged':
      return { word: 'forged', more: 'forgedMore' };
    case 'withdrawn':
      return { word: 'withdrawn', more: 'withdrawnMore' };
    case 'foreign':
      return { word: 'otherFestival', more: 'otherFestivalMore' };
    case 'unreadable':
      return { word: 'unreadable', more: 'unreadableMore' };
  }
}
