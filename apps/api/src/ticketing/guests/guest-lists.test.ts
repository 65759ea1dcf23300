/** Guest lists as the team keeps them: who may make, see and fill which, and what comes in by lines. */
import { ApiError } from '@festivals/contract';
import type { Role } from '@festivals/domain/identity/roles';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { bouncer, type Door, openDoor } from './testing.ts';

let api: TestApi;
let door: Door;
beforeAll(async () => {
  api = await startApi();
  door = await openDoor(api, { capacity: 100, places: 20 });
});
afterAll(() => api.stop());

const nameOf = (error: unknown): string => (error instanceof ApiError ? error.name : String(error));
const member = (role: Role) => api.person({ roles: [{ festivalId: door.festivalId, role }] });
const csv = (text: string) => new Blob([text], { type: 'text/csv' });

describe('a guest list', () => {
  it('is seen and filled by whoever it was given to, and by nobody else who makes none', async () => {
    const [owner, other, cashier] = [await member('STAFF'), await member('STAFF'), await member('CASHIER')];
    const params = { festivalId: door.festivalId };
    const body = { name: 'Stage 2', purpose: 'CREW' as const, ticketTypeId: door.ticketTypeId, places: 3 };
    const { id } = await door.organiser.client.ticketing.createGuestList({
      params,
      body: { ...body, ownerId: owner.id },
    });
    const [mine, theirs] = [bouncer(owner, { ...door, listId: id }), bouncer(other, { ...door, listId: id })];
    expect(await owner.client.ticketing.listGuestLists({ params })).toMatchObject([{ id, owner: { id: owner.id } }]);
    const guest = await mine.add('Ada', null, 1);
    expect(await mine.confirm([guest.id])).toMatchObject([{ tickets: 2 }]);
    expect(await other.client.ticketing.listGuestLists({ params })).toEqual([]);
    expect(await theirs.all().catch(nameOf)).toBe('NOT_FOUND');
    expect(await theirs.confirm([guest.id]).catch(nameOf)).toBe('NOT_FOUND');
    expect(await theirs.add('Eve').catch(nameOf)).toBe('NOT_FOUND');
    expect(
      await bouncer(cashier, { ...door, listId: id })
        .all()
        .catch(nameOf),
    ).toBe('FORBIDDEN');
    expect(
      await owner.client.ticketing.createGuestList({ params, body: { ...body, name: 'Mine' } }).catch(nameOf),
    ).toBe('FORBIDDEN');
  });

  it('has a name of its own, a type that there is, and an owner of the team', async () => {
    const { ticketing } = door.organiser.client;
    const params = { festivalId: door.festivalId };
    const body = { name: 'Press', purpose: 'PRESS' as const, ticketTypeId: door.ticketTypeId, places: 3 };
    await ticketing.createGuestList({ params, body });
    const make = (changes: object) =>
      ticketing.createGuestList({ params, body: { ...body, ...changes } }).catch(nameOf);
    expect(await make({ name: 'PRESS' })).toBe('GUEST_LIST_NAMED_ALIKE');
    expect(await make({ name: 'Other', ticketTypeId: v7() })).toBe('UNKNOWN_TYPE');
    expect(await make({ name: 'Other', ownerId: (await api.person()).id })).toBe('GUEST_LIST_OWNER_UNKNOWN');
    for (const bad of [
      { name: 'a\0b' },
      { name: 'x'.repeat(81) },
      { places: 0 },
      { purpose: 'FRIENDS' },
      { deadline: 'soon' },
    ])
      expect(await make(bad)).toBe('VALIDATION_FAILED');
  });

  it('is changed from what it was, never below what it gave, and closed once it is empty', async () => {
    const own = await openDoor(api, { capacity: 10, places: 5 });
    const list = bouncer(own.organiser, own);
    const guest = await list.add('Ada', null, 3);
    await list.confirm([guest.id]);
    const change = (version: number, changes: object) =>
      list.ticketing.updateGuestList({ params: list.params, body: { version, changes } });
    expect(await change(1, { places: 3 }).catch(nameOf)).toBe('GUEST_LIST_FULL');
    expect(await change(1, { places: 4, note: 'As agreed' })).toMatchObject({
      places: 4,
      note: 'As agreed',
      version: 2,
    });
    expect(await change(1, { places: 9 }).catch(nameOf)).toBe('CONFLICT');
    const close = (version: number) => list.ticketing.deleteGuestList({ params: list.params, query: { version } });
    expect(await close(2).catch(nameOf)).toBe('GUEST_LIST_IN_USE');
    await list.remove(guest.id);
    await close(2);
    expect(await list.list()).toBeUndefined();
    expect(await list.all().catch(nameOf)).toBe('NOT_FOUND');
  });

  it('that was closed is opened again, empty and once; its owner stays if they are still there', async () => {
    const { ticketing } = door.organiser.client;
    const owner = await member('STAFF');
    const params = { festivalId: door.festivalId };
    const body = { name: `Choir ${v7()}`, purpose: 'ARTIST' as const, ticketTypeId: door.ticketTypeId, places: 4 };
    const { id } = await ticketing.createGuestList({ params, body: { ...body, ownerId: owner.id } });
    const at = { ...params, guestListId: id };
    const reopen = () => ticketing.restoreGuestList({ params: at });
    await bouncer(door.organiser, { ...door, listId: id }).add('Ada', 'ada@example.org');
    expect(await reopen().catch(nameOf)).toBe('CONFLICT');
    await ticketing.deleteGuestList({ params: at, query: { version: 1 } });
    expect(await reopen()).toMatchObject({ ...body, id, owner: { id: owner.id }, waiting: 0, version: 3 });
    await ticketing.deleteGuestList({ params: at, query: { version: 3 } });
    await door.organiser.client.identity.removeMember({ params: { ...params, personId: owner.id } });
    const twin = await ticketing.createGuestList({ params, body });
    expect(await reopen().catch(nameOf)).toBe('GUEST_LIST_NAMED_ALIKE');
    await ticketing.deleteGuestList({ params: { ...params, guestListId: twin.id }, query: { version: 1 } });
    const staff = await member('STAFF');
    expect(await staff.client.ticketing.restoreGuestList({ params: at }).catch(nameOf)).toBe('FORBIDDEN');
    expect(await reopen()).toMatchObject({ owner: null });
    expect(await ticketing.restoreGuestList({ params: { ...params, guestListId: v7() } as never }).catch(nameOf)).toBe(
      'NOT_FOUND',
    );
  });
});

describe('a guest', () => {
  it('is changed from what it was, and as long as no place is given', async () => {
    const list = bouncer(door.organiser, door);
    const ada = await list.add('Ada', 'ada@example.org');
    const change = (version: number, changes: object) =>
      list.ticketing.updateGuest({ params: { ...list.params, guestId: ada.id }, body: { version, changes } });
    expect(await change(1, { companions: 2 })).toMatchObject({ companions: 2, version: 2 });
    expect(await change(1, { name: 'Eve' }).catch(nameOf)).toBe('CONFLICT');
    expect(await change(2, { companions: 21 }).catch(nameOf)).toBe('VALIDATION_FAILED');
    const [placed] = await list.confirm([ada.id]);
    const version = placed?.version ?? 0;
    expect(await change(version, { companions: 1 }).catch(nameOf)).toBe('GUEST_HAS_PLACES');
    expect(await change(version, { note: 'vegan' })).toMatchObject({ note: 'vegan' });
  });

  it('of another list is none', async () => {
    const other = await openDoor(api, { capacity: 5, places: 5 });
    const theirs = await bouncer(other.organiser, other).add('Theirs');
    const list = bouncer(door.organiser, door);
    expect(await list.confirm([theirs.id]).catch(nameOf)).toBe('NOT_FOUND');
    expect(await list.remove(v7()).catch(nameOf)).toBe('NOT_FOUND');
  });
});

describe('lines of guests', () => {
  it('may be those of an Excel workbook', async () => {
    const own = await openDoor(api, { capacity: 10, places: 5 });
    const list = bouncer(own.organiser, own);
    const workbook = await writeXlsxFile([
      ['name', 'email', 'companions', 'note'],
      ['Ada Lovelace', 'ada@example.org', 2, { value: 'vegan', rowSpan: 2 }],
      ['Grace Hopper', null, null, null],
    ]).toBuffer();
    const { rows } = await list.ticketing.previewGuests({
      params: list.params,
      body: new Blob([workbook as BlobPart], { type: 'text/csv' }),
    });
    expect(rows.map(({ line, outcome, name, companions }) => [line, outcome, name, companions])).toEqual([
      [2, 'new', 'Ada Lovelace', 2],
      [3, 'new', 'Grace Hopper', 0],
    ]);
  });

  it('are looked at first, then added as they were shown', async () => {
    const own = await openDoor(api, { capacity: 10, places: 5 });
    const list = bouncer(own.organiser, own);
    await list.add('Grace Hopper', 'grace@example.org');
    const file = csv('Ada Lovelace, ada@example.org, +2, vegan\nGrace Hopper, grace@example.org\nEdsger');
    const { hash, rows } = await list.ticketing.previewGuests({ params: list.params, body: file });
    expect(rows.map(({ outcome, companions }) => [outcome, companions])).toEqual([
      ['new', 2],
      ['same', 0],
      ['new', 0],
    ]);
    await list.add('Barbara');
    expect(
      await list.ticketing.importGuests({ params: list.params, query: { hash: 'x' }, body: file }).catch(nameOf),
    ).toBe('GUESTS_CHANGED');
    expect(await list.ticketing.importGuests({ params: list.params, query: { hash }, body: file })).toEqual({
      added: 2,
    });
    expect((await list.all()).map(({ name }) => name)).toEqual(['Grace Hopper', 'Barbara', 'Ada Lovelace', 'Edsger']);
    const bad = csv('name,email\n,nobody@example.org\nBob,not an address');
    const plan = await list.ticketing.previewGuests({ params: list.params, body: bad });
    expect(plan.rows.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
    const taken = list.ticketing.importGuests({ params: list.params, query: { hash: plan.hash }, body: bad });
    expect(await taken.catch(nameOf)).toBe('GUESTS_REFUSED');
    expect(await list.ticketing.previewGuests({ params: list.params, body: csv('"open') }).catch(nameOf)).toBe(
      'GUESTS_UNREADABLE',
    );
  });
});
