import { describe, expect, it } from 'vitest';
import { certificateEnd } from './rules.ts';

describe('the end of a device’s certificate', () => {
  it('is a fortnight after the festival', () => {
    expect(certificateEnd('2026-07-05', new Date('2026-06-01T10:00:00Z'))).toEqual(new Date('2026-07-19T00:00:00Z'));
  });

  it('is a week from now when the festival is over', () => {
    expect(certificateEnd('2026-07-05', new Date('2026-08-01T10:00:00.750Z'))).toEqual(
      new Date('2026-08-08T10:00:00Z'),
    );
  });
});
