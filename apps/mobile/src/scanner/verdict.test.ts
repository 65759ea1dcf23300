import { expect, it } from 'vitest';
import { toneOf, wordsOf, type ScanResult } from './verdict.ts';

const refused = (because: Extract<ScanResult, { kind: 'refused' }>['because'], here = false): ScanResult => ({
  kind: 'refused',
  because,
  typeName: {},
  since: null,
  here,
});

it.each<[ScanResult, string, string]>([
  [{ kind: 'admitted', typeName: {} }, 'go', 'admitted'],
  [refused('already_admitted'), 'stop', 'already'],
  [refused('revoked'), 'stop', 'revoked'],
  [refused('forged'), 'stop', 'forged'],
  [refused('withdrawn'), 'stop', 'withdrawn'],
  [refused('foreign'), 'stop', 'otherFestival'],
  [refused('unreadable'), 'wait', 'unreadable'],
  [{ kind: 'closed' }, 'stop', 'closed'],
])('shows %o as %s: %s', (result, tone, word) => {
  expect([toneOf(result), wordsOf(result).word]).toEqual([tone, word]);
});

it('says whether this gate or another one admitted first', () => {
  expect(wordsOf(refused('already_admitted', true)).more).toBe('alreadyHere');
  expect(wordsOf(refused('already_admitted', false)).more).toBe('alreadyElsewhere');
});
