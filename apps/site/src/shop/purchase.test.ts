import { beforeEach, describe, expect, it } from 'vitest';
import {
  beginPurchase,
  changeChoice,
  closeIntent,
  forgetPurchase,
  isOfPurchase,
  keepChoice,
  keepOrderSecret,
  keepPurchase,
  keyFor,
  recallOrderSecret,
  recallPurchase,
} from './purchase.ts';

const festivalId = '019ec525-0c00-7292-b95e-1f963b5d20d2';
beforeEach(() => forgetPurchase(festivalId));

describe('a deed’s key', () => {
  it('stays the same while the same deed is tried again, also after a reload', () => {
    const first = keyFor(beginPurchase({}), 'order', { email: 'ada@example.org' });
    keepPurchase(festivalId, first.purchase);
    const recalled = recallPurchase(festivalId);
    expect(recalled && keyFor(recalled, 'order', { email: 'ada@example.org' }).key).toBe(first.key);
  });

  it('is another one for another deed', () => {
    const first = keyFor(beginPurchase({}), 'order', { email: 'ada@example.org' });
    expect(keyFor(first.purchase, 'order', { email: 'eve@example.org' }).key).not.toBe(first.key);
  });

  it('is another one once the deed was answered for good', () => {
    const first = keyFor(beginPurchase({}), 'payment', 'succeeds');
    expect(keyFor(closeIntent(first.purchase, 'payment'), 'payment', 'succeeds').key).not.toBe(first.key);
  });
});

describe('a purchase', () => {
  it('has a secret of 32 random bytes that fits an address', () => {
    const secrets = Array.from({ length: 100 }, () => beginPurchase({}).secret);
    expect(new Set(secrets).size).toBe(100);
    for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/);
  });

  it('that was kept by an older page and is no longer understood is forgotten', () => {
    keepPurchase(festivalId, beginPurchase({ a: 1 }));
    expect(recallPurchase(festivalId)?.quantities).toEqual({ a: 1 });
    keepPurchase(festivalId, { ...beginPurchase({}), quantities: JSON.parse('{"a":"many"}') });
    expect(recallPurchase(festivalId)).toBeNull();
  });
});

describe('a choice', () => {
  const choice = { quantities: { day: 2 }, codes: ['TEN'] };

  it('is kept until it is held, with the keys of what was tried', () => {
    const tried = keyFor(beginPurchase({ day: 1 }), 'hold', { day: 1 }).purchase;
    keepPurchase(festivalId, tried);
    changeChoice(festivalId, choice);
    expect(recallPurchase(festivalId)).toMatchObject({ ...choice, secret: tried.secret, intents: tried.intents });
  });

  it('of one tab leaves alone what another tab holds', () => {
    const held = { ...beginPurchase({ day: 1 }), basketId: 'held' };
    keepPurchase(festivalId, held);
    changeChoice(festivalId, choice);
    expect(recallPurchase(festivalId)).toEqual(held);
  });

  it('outlives its hold, under another secret', () => {
    const held = { ...beginPurchase(choice.quantities, choice.codes), basketId: 'held', orderId: 'ordered' };
    keepPurchase(festivalId, held);
    keepChoice(festivalId, held);
    const left = recallPurchase(festivalId);
    expect(left).toMatchObject({ ...choice, intents: {} });
    expect([left?.basketId, left?.orderId]).toEqual([undefined, undefined]);
    expect(left?.secret).not.toBe(held.secret);
  });
});

it('knows of a change whether it may be the purchase', () => {
  expect(['purchase:a', 'purchase:b', 'order:a', null].map((key) => isOfPurchase(key, 'a'))).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

it('opens an order with the buyer’s own secret before that of a link', () => {
  const link = { hash: '#from-the-shop', search: '?secret=from-the-mail' };
  expect(recallOrderSecret('one', { hash: '', search: '' })).toBeNull();
  expect(recallOrderSecret('one', { ...link, hash: '' })).toBe('from-the-mail');
  expect(recallOrderSecret('one', link)).toBe('from-the-shop');
  keepOrderSecret('one', 'own');
  expect(recallOrderSecret('one', link)).toBe('own');
});
