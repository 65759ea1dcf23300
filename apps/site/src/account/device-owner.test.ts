import { beforeEach, expect, it, vi } from 'vitest';
import { favouriteStore } from '../programme/favourite-store.ts';
import { session } from '../shell/session.ts';
import { beginPurchase, keepOrderSecret, keepPurchase, recallOrderSecret, recallPurchase } from '../shop/purchase.ts';
import { keepTicketSecret, recallTicketSecret } from '../ticket/kept-ticket.ts';
import { isHere, moveOut, settleIn } from './device-owner.ts';

const festivalId = '019ec525-0c00-7292-b95e-1f963b5d20d2';
const [ada, eve] = ['019ec525-0c00-7292-b95e-000000000001', '019ec525-0c00-7292-b95e-000000000002'];
const favourite = { kind: 'artist' as const, id: 'nina', chosen: true, changedAt: '2040-07-13T12:00:00.000Z' };
const nowhere = { hash: '', search: '' };
const kept = () => ({
  favourites: favouriteStore.read(festivalId).length,
  order: recallOrderSecret('one', nowhere),
  ticket: recallTicketSecret('t', nowhere),
  basket: recallPurchase(festivalId)?.secret === undefined,
});
const nothing = { favourites: 0, order: null, ticket: null, basket: true };

function buy(): void {
  favouriteStore.write(festivalId, [favourite]);
  keepOrderSecret('one', 'secret');
  keepTicketSecret('t', 'secret');
  keepPurchase(festivalId, beginPurchase({}));
}

beforeEach(() => {
  vi.stubGlobal('dispatchEvent', () => true);
  moveOut();
});

it('what somebody chose, bought and opened while they were signed in goes when they sign out', () => {
  settleIn(ada);
  buy();
  expect(kept()).not.toEqual(nothing);
  moveOut();
  expect([kept(), session.expected()]).toEqual([nothing, false]);
});

it('who signs in where another’s session has ended finds nothing of theirs', () => {
  settleIn(ada);
  buy();
  session.ended();
  settleIn(eve);
  expect([kept(), session.expected()]).toEqual([nothing, true]);
});

it('knows who is here', () => {
  settleIn(ada);
  expect([isHere(ada), isHere(eve)]).toEqual([true, false]);
  session.ended();
  expect(isHere(ada)).toBe(false);
  settleIn(eve);
  expect([isHere(ada), isHere(eve)]).toEqual([false, true]);
});

it('what a guest chose and bought comes along, and so does what the same person left', () => {
  buy();
  settleIn(ada);
  session.ended();
  settleIn(ada);
  expect(kept()).toEqual({ favourites: 1, order: 'secret', ticket: 'secret', basket: false });
});

it('what a guest bought stays when somebody who came after them signs out', () => {
  keepOrderSecret('one', 'secret');
  settleIn(ada);
  moveOut();
  expect(recallOrderSecret('one', nowhere)).toBe('secret');
});
