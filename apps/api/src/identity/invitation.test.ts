import { Role, type TeamRole } from '@festivals/domain/identity/roles';
import type { FestivalId } from '@festivals/domain/primitives';
import { InvitationId } from '@festivals/domain/primitives';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { newestMessages } from '../mail/mailbox.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { identityModule } from './module.ts';

type Person = Awaited<ReturnType<TestApi['person']>>;

let api: TestApi;
let mine: FestivalId;
let slug: string;
let theirs: FestivalId;
let olivia: Person;
let rival: Person;
beforeAll(async () => {
  api = await startApi({ modules: [identityModule] });
  [{ id: mine, slug }, { id: theirs }] = await Promise.all([
    insertFestival(api.ownerPool, {}),
    insertFestival(api.ownerPool, {}),
  ]);
  olivia = await api.person({ name: 'Olivia', roles: [{ festivalId: mine, role: 'ORGANISER' }] });
  rival = await api.person({ roles: [{ festivalId: theirs, role: 'ORGANISER' }] });
});
afterAll(() => api.stop());

const newAddress = () => `${v7()}@example.org`;
const invite = (email: string, role: TeamRole = 'STAFF', festivalId = mine, by = olivia) =>
  by.client.identity.invite({ params: { festivalId }, body: { email, role } });
const waiting = async () =>
  (await olivia.client.identity.listInvitations({ params: { festivalId: mine }, query: { limit: 100 } })).items;
const params = (invitationId: InvitationId, festivalId = mine) => ({ params: { festivalId, invitationId } });
const change = (id: string, set: string) => api.ownerPool.query(`update invitation set ${set} where id = $1`, [id]);

async function mailsTo(email: string) {
  await api.runJobsOnce();
  return (await newestMessages(api.resources.env.FESTIVALS_DATA)).filter(({ to }) => to === email);
}
async function tokenOf(email: string): Promise<string> {
  const [newest] = await mailsTo(email);
  return /token=([\w-]+)/.exec(newest?.text ?? '')?.[1] ?? '';
}
const accept = (person: Pick<Person, 'client'>, token: string) =>
  person.client.identity.acceptInvitation({ body: { token } });
const rolesOf = async (personId: string, festivalId = mine) =>
  (
    await api.ownerPool.query<{ role: string }>(
      'select role from membership where person_id = $1 and festival_id = $2 order by role',
      [personId, festivalId],
    )
  ).rows.map(({ role }) => role);
const eventsOf = async (subjectId: string) =>
  (
    await api.ownerPool.query<{ name: string; before: unknown; after: unknown }>(
      'select name, before, after from event where subject_id = $1 order by seq',
      [subjectId],
    )
  ).rows;

describe('an invitation', () => {
  it('leads by a mail into the team', async () => {
    const email = newAddress();
    const { id } = await invite(`  ${email.toUpperCase()} `, 'FINANCE');
    expect((await waiting())[0]).toMatchObject({ id, email, role: 'FINANCE', invitedBy: { name: 'Olivia' } });
    const camille = await api.person({ email, language: 'fr', name: 'Camille' });
    const [mail] = await mailsTo(email);
    expect(mail?.subject).toBe('Rejoignez l’équipe de Solbrume');
    expect(mail?.text).toContain(`${api.resources.env.OFFICE_URL}/invitation?token=`);
    expect(mail?.text).toContain('Bonjour Camille');
    const token = await tokenOf(email);
    expect(await api.client('office').identity.viewInvitation({ body: { token } })).toMatchObject({
      festivalName: 'Solbrume',
      role: 'FINANCE',
      inviterName: 'Olivia',
      sentTo: `${email[0]}…@example.org`,
      state: 'open',
    });
    expect(await accept(camille, token)).toEqual({ festivalId: mine, festivalSlug: slug });
    expect((await camille.client.identity.me({})).memberships).toMatchObject([
      { festivalId: mine, roles: ['FINANCE'] },
    ]);
    expect((await waiting()).some((one) => one.id === id)).toBe(false);
    expect(await eventsOf(id)).toEqual([
      { name: 'identity.member_invited', before: null, after: { email: `${email[0]}…@example.org`, role: 'FINANCE' } },
      { name: 'identity.invitation_accepted', before: null, after: { role: 'FINANCE' } },
    ]);
    expect((await eventsOf(camille.id)).at(-1)).toMatchObject({ name: 'identity.member_added' });
  });

  it('writes to whoever has no account in the inviter’s language, and keeps no token but its hash', async () => {
    const email = newAddress();
    const { id } = await invite(email);
    const token = await tokenOf(email);
    expect((await mailsTo(email))[0]?.subject).toBe('Join the team of Solbrume');
    const { rows } = await api.ownerPool.query<{ all: string }>(
      `select string_agg(e::text, '') || (select i::text from invitation i where id = $1) as all from event e`,
      [id],
    );
    expect(token).toHaveLength(43);
    expect(rows[0]?.all).not.toContain(token);
  });

  it('stands once for an address and a role, however often it is asked for at once', async () => {
    const email = newAddress();
    const asked = await Promise.allSettled(Array.from({ length: 8 }, () => invite(email)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(invite(email.toUpperCase()))).toMatchObject({ status: 409, name: 'ALREADY_INVITED' });
    await invite(email, 'CASHIER');
    expect((await waiting()).filter((one) => one.email === email)).toHaveLength(2);
    expect(await mailsTo(email)).toHaveLength(2);
  });

  it('is one deed for one key', async () => {
    const [email, key] = [newAddress(), v7()];
    const ask = () =>
      olivia.client.identity.invite(
        { params: { festivalId: mine }, body: { email, role: 'STAFF' } },
        { idempotencyKey: key },
      );
    expect(await ask()).toEqual(await ask());
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it('is told to be needless for a member', async () => {
    const { email } = await api.person({ roles: [{ festivalId: mine, role: 'STAFF' }] });
    expect(await refusalOf(invite(email, 'FINANCE'))).toMatchObject({
      status: 409,
      name: 'ALREADY_MEMBER',
      details: { roles: ['STAFF'] },
    });
    await invite(rival.email);
  });

  it.each(['no address', 'a\u0000b@example.org', `${'x'.repeat(250)}@example.org`, ''])(
    'is not sent to %j',
    async (email) => {
      expect(await refusalOf(invite(email))).toMatchObject({ status: 400, name: 'VALIDATION_FAILED' });
    },
  );

  it('asks nobody to be a visitor', async () => {
    // The type forbids what a stranger's body may still say.
    const role = 'ATTENDEE' as TeamRole;
    expect(await refusalOf(invite(newAddress(), role))).toMatchObject({ status: 400, name: 'VALIDATION_FAILED' });
  });
});

describe('accepting', () => {
  it('makes one membership of twenty at once', async () => {
    const person = await api.person();
    await invite(person.email);
    const token = await tokenOf(person.email);
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => accept(person, token)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await rolesOf(person.id)).toEqual(['STAFF']);
    expect((await eventsOf(person.id)).filter(({ name }) => name === 'identity.member_added')).toHaveLength(1);
    expect(await refusalOf(accept(person, token))).toMatchObject({ status: 410, name: 'INVITATION_USED' });
  });

  it('is for the invited address alone, and says masked which that is', async () => {
    const email = newAddress();
    await invite(email);
    const token = await tokenOf(email);
    expect(await refusalOf(accept(rival, token))).toMatchObject({
      status: 403,
      name: 'INVITED_ANOTHER',
      details: { sentTo: `${email[0]}…@example.org` },
    });
    expect(await rolesOf(rival.id)).toEqual([]);
    const owner = await api.person({ email: email.toUpperCase() });
    await accept(owner, token);
    expect(await rolesOf(owner.id)).toEqual(['STAFF']);
  });

  it('wants the address confirmed', async () => {
    const person = await api.person();
    await invite(person.email);
    const token = await tokenOf(person.email);
    await api.ownerPool.query('update person set email_verified_at = null where id = $1', [person.id]);
    expect(await refusalOf(accept(person, token))).toMatchObject({ status: 403, name: 'EMAIL_NOT_VERIFIED' });
    expect(await rolesOf(person.id)).toEqual([]);
  });

  it.each([
    ['expired', `sent_at = now() - interval '15 days', expires_at = now() - interval '1 day'`, 'INVITATION_EXPIRED'],
    ['revoked', 'revoked_at = now()', 'INVITATION_REVOKED'],
  ])('is refused once it has %s', async (state, set, name) => {
    const person = await api.person();
    const { id } = await invite(person.email);
    const token = await tokenOf(person.email);
    await change(id, set);
    expect(await api.client('office').identity.viewInvitation({ body: { token } })).toMatchObject({ state });
    expect(await refusalOf(accept(person, token))).toMatchObject({ status: 410, name });
    expect(await rolesOf(person.id)).toEqual([]);
    await invite(person.email);
  });

  it('wants a token that was sent, and a living session', async () => {
    const body = { token: 'a-token-that-nobody-was-given' };
    expect(await refusalOf(rival.client.identity.acceptInvitation({ body }))).toMatchObject({ name: 'INVALID_TOKEN' });
    expect(await refusalOf(rival.client.identity.viewInvitation({ body }))).toMatchObject({ name: 'INVALID_TOKEN' });
    expect(await refusalOf(api.client('office').identity.acceptInvitation({ body }))).toMatchObject({ status: 401 });
  });

  it('leads into the festival of the token and into no other', async () => {
    const person = await api.person();
    await invite(person.email, 'ORGANISER', theirs, rival);
    expect(await accept(person, await tokenOf(person.email))).toMatchObject({ festivalId: theirs });
    expect(await rolesOf(person.id)).toEqual([]);
    expect(await rolesOf(person.id, theirs)).toEqual(['ORGANISER']);
  });
});

describe('the team’s invitations', () => {
  it('are sent again after a while, with their full time and another token', async () => {
    const email = newAddress();
    const { id } = await invite(email);
    const first = await tokenOf(email);
    expect(await refusalOf(olivia.client.identity.resendInvitation(params(id)))).toMatchObject({
      status: 429,
      name: 'INVITED_LATELY',
    });
    await change(id, `sent_at = now() - interval '15 days', expires_at = now() - interval '1 day'`);
    const again = await olivia.client.identity.resendInvitation(params(id));
    expect(new Date(again.expiresAt).getTime()).toBeGreaterThan(Date.now());
    const second = await tokenOf(email);
    expect(await mailsTo(email)).toHaveLength(2);
    const look = (token: string) => api.client('office').identity.viewInvitation({ body: { token } });
    expect(await refusalOf(look(first))).toMatchObject({ name: 'INVALID_TOKEN' });
    expect(await look(second)).toMatchObject({ state: 'open' });
  });

  it('are taken back, also before the mail is written', async () => {
    const email = newAddress();
    const { id } = await invite(email);
    await olivia.client.identity.revokeInvitation(params(id));
    expect(await mailsTo(email)).toEqual([]);
    for (const call of ['revokeInvitation', 'resendInvitation'] as const) {
      expect(await refusalOf(olivia.client.identity[call](params(id)))).toMatchObject({ status: 404 });
      expect(await refusalOf(olivia.client.identity[call](params(InvitationId.parse(v7()))))).toMatchObject({
        status: 404,
      });
    }
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      name: 'identity.invitation_revoked',
      before: { email: `${email[0]}…@example.org`, role: 'STAFF' },
    });
  });

  it('are listed page by page, the newest first, and touched from no other festival', async () => {
    const { id } = await invite(newAddress());
    const all = await waiting();
    const page = await olivia.client.identity.listInvitations({ params: { festivalId: mine }, query: { limit: 2 } });
    const rest = await olivia.client.identity.listInvitations({
      params: { festivalId: mine },
      query: { limit: 100, cursor: page.next ?? '' },
    });
    expect([...page.items, ...rest.items]).toEqual(all);
    expect(all[0]?.id).toBe(id);
    for (const call of ['revokeInvitation', 'resendInvitation'] as const) {
      expect(await refusalOf(rival.client.identity[call](params(id, theirs)))).toMatchObject({ status: 404 });
      expect(await refusalOf(rival.client.identity[call](params(id)))).toMatchObject({ status: 403 });
    }
  });

  it.each(Role.options.filter((role) => role !== 'ORGANISER'))('are none of the business of %s', async (role) => {
    const { client, id: personId } = await api.person({ roles: [{ festivalId: mine, role }] });
    const { id } = await invite(newAddress());
    const inFestival = { params: { festivalId: mine } };
    const calls = [
      client.identity.listInvitations(inFestival),
      client.identity.invite({ ...inFestival, body: { email: newAddress(), role: 'ORGANISER' } }),
      client.identity.resendInvitation(params(id)),
      client.identity.revokeInvitation(params(id)),
      client.identity.removeMember({ params: { festivalId: mine, personId: olivia.id } }),
      client.identity.changeRoles({
        params: { festivalId: mine, personId },
        body: { was: [role], roles: ['ORGANISER'] },
      }),
    ];
    for (const refusal of await Promise.all(calls.map(refusalOf)))
      expect(refusal).toMatchObject({ status: 403, name: 'FORBIDDEN' });
  });
});
