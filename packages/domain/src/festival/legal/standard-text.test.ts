import { describe, expect, it } from 'vitest';
import { emptySections } from '../details.ts';
import { standardText } from './standard-text.ts';

const contact = {
  ...emptySections.contact,
  organisation: 'Les Prés asbl',
  address: 'Chemin des Saules 1\n1000 Valbrume',
  email: 'bonjour@solbrume.example',
};
const facts = { festival: 'Solbrume', contact };

describe('a standard legal text', () => {
  it.each(['terms', 'privacy', 'cookies'] as const)('of %s leaves nothing to be filled in', (text) => {
    for (const language of ['en', 'fr']) {
      expect(standardText(text, language, facts)?.text).not.toMatch(/[{}]/);
      expect(standardText(text, language, { festival: 'Solbrume', contact: emptySections.contact })?.text).not.toMatch(
        /[{}]|undefined|null/,
      );
    }
  });
  it('names the organiser, their address and their mailbox', () => {
    const { text } = standardText('terms', 'en', facts) ?? { text: '' };
    expect(text).toContain('Les Prés asbl (Chemin des Saules 1, 1000 Valbrume)');
    expect(text).toContain('bonjour@solbrume.example');
  });
  it('is in French for the French, and in English for whom it is not written', () => {
    expect(standardText('privacy', 'fr', facts)).toMatchObject({ language: 'fr' });
    expect(standardText('privacy', 'de', facts)).toMatchObject({ language: 'en' });
  });
  it('of refunds there is none: that is the organiser’s to say', () => {
    expect(standardText('refunds', 'en', facts)).toBeNull();
  });
  it('takes a name for a name, not for markup', () => {
    expect(
      standardText('terms', 'en', { ...facts, festival: '**Loud** [click](https://evil.example)' })?.text,
    ).not.toContain('[click]');
  });
});
