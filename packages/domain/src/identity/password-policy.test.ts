import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passwordWeakness } from './password-policy.ts';

const owner = { email: 'camille.durand@example.org', name: 'Camille Durand' };

describe('a password', () => {
  it.each([
    ['correct horse battery', null],
    ['Trois petits chats', null],
    ['durand aime le jazz', null],
    ['Password123', 'common'],
    ['MOTDEPASSE', 'common'],
    ['ｐａｓｓｗｏｒｄ１２３', 'common'],
    ['aaaaaaaaaaaa', 'monotonous'],
    ['abababababab', 'monotonous'],
    ['cdefghijklmn', 'monotonous'],
    ['zyxwvutsrqpo', 'monotonous'],
    ['camille.durand@example.org', 'personal'],
    ['Camille.Durand1', 'personal'],
    ['CamilleDurand', 'personal'],
    ['camillecamille!', 'personal'],
  ])('%s is judged %s', (password, weakness) => {
    expect(passwordWeakness(password, owner)).toBe(weakness);
  });

  it('is never refused for a name that is too short to be a word', () => {
    expect(passwordWeakness('io vivo qui da anni', { email: 'io@example.org', name: 'Io' })).toBeNull();
  });

  it('is judged the same whatever its case', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 10 }), (password) => {
        const lower = password.toLowerCase();
        expect(passwordWeakness(lower, owner)).toBe(passwordWeakness(lower.normalize('NFKC'), owner));
      }),
    );
  });
});
