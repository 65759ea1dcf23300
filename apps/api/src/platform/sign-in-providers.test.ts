import { describe, expect, it } from 'vitest';
import { readProviders } from './sign-in-providers.ts';

describe('providers to sign in with', () => {
  it('are none by default', () => {
    expect(readProviders({})).toEqual([]);
    expect(readProviders({ SIGN_IN_WITH: '' })).toEqual([]);
  });
  it('that are known need a client alone', () => {
    const source = { SIGN_IN_WITH: 'google', SIGN_IN_GOOGLE_CLIENT_ID: 'ours', SIGN_IN_GOOGLE_CLIENT_SECRET: 's' };
    expect(readProviders(source)).toMatchObject([
      { id: 'google', kind: 'oidc', issuer: 'https://accounts.google.com', name: 'Google', icon: 'google' },
    ]);
  });
  it('of any other kind are named by their issuer', () => {
    const source = {
      SIGN_IN_WITH: 'my-club',
      SIGN_IN_MY_CLUB_ISSUER: 'https://id.club.example/realms/all',
      SIGN_IN_MY_CLUB_CLIENT_ID: 'ours',
      SIGN_IN_MY_CLUB_NAME: 'The club',
    };
    expect(readProviders(source)).toMatchObject([{ kind: 'oidc', name: 'The club', icon: 'key' }]);
  });
  it('of a known kind may stand there twice', () => {
    const source = { SIGN_IN_WITH: 'crew', SIGN_IN_CREW_KIND: 'github', SIGN_IN_CREW_CLIENT_ID: 'ours' };
    expect(readProviders(source)).toMatchObject([{ id: 'crew', kind: 'github', api: 'https://api.github.com' }]);
  });
  it.each<Record<string, string>>([
    { SIGN_IN_WITH: 'google' },
    { SIGN_IN_WITH: 'auth0', SIGN_IN_AUTH0_CLIENT_ID: 'ours' },
    { SIGN_IN_WITH: 'club', SIGN_IN_CLUB_CLIENT_ID: 'ours', SIGN_IN_CLUB_ISSUER: 'http://id.club.example' },
    { SIGN_IN_WITH: 'Club!', SIGN_IN_CLUB_CLIENT_ID: 'ours' },
  ])('that are not complete stop the start: %j', (source) => {
    expect(() => readProviders(source)).toThrow(/SIGN_IN_/);
  });
});
