/** What a hold costs where a festival wants work for it: once done it buys one hold, here and now, and nothing else. */
import { FestivalId } from '@festivals/domain/primitives';
import { plainRules } from '@festivals/domain/ticketing/pricing/plain-rules';
import { calmHolds, rushMs } from '@festivals/domain/ticketing/hold-work/pace';
import { findNonce, isWorkDone, workSeconds } from '@festivals/domain/ticketing/hold-work/proof-of-work';
import type { ProofOfWork, WorkChallenge } from '@festivals/domain/ticketing/hold-work/schemas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { movableClock } from '../../testing/movable-clock.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { newSecret, openShop } from '../testing.ts';

let api: TestApi;
const clock = movableClock();
beforeAll(async () => {
  api = await startApi({ clock });
});
afterAll(() => api.stop());

/** A shop whose holds cost work, and somebody who buys in it. */
async function opened(proofOfWork: ProofOfWork = 'ALWAYS') {
  const shop = await openShop(api, { capacity: 1000 });
  const festivalId = FestivalId.parse(shop.festivalId);
  const { client } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  const { ticketing } = client;
  const params = { festivalId };
  await ticketing.savePriceRules({ params, body: { version: 0, rules: { ...plainRules, proofOfWork } } });
  const [type] = await ticketing.listTicketTypes({ params });
  const items = [{ ticketTypeId: type?.id ?? ('' as never), quantity: 1 }];
  const visitor = api.client('site').ticketing;
  const hold = ({ secret, key, work }: { secret: string; key: string; work?: Done | undefined }) =>
    visitor.holdBasket({ params, body: { secret, items, ...(work && { work }) } }, { idempotencyKey: key });
  return { params, festivalId, ticketing, visitor, items, hold, ours: { secret: newSecret(), key: newSecret() } };
}

interface Done {
  challenge: string;
  nonce: string;
}
type For = { key: string; secret: string };

const done = ({ challenge, bits }: Pick<WorkChallenge, 'challenge' | 'bits'>, { key, secret }: For): Done => ({
  challenge,
  nonce: findNonce({ challenge, key, secret }, { bits, from: 0, count: 10_000_000 }) ?? '',
});

/** The challenge that a refusal brings. */
const askedBy = async (refused: Promise<unknown>, reason: string): Promise<WorkChallenge> => {
  const error = await refused.then(
    () => ({}),
    (thrown: object) => thrown,
  );
  expect(error).toMatchObject({ name: 'WORK_WANTED', status: 428, details: { reason, bits: 15 } });
  return (error as { details: WorkChallenge }).details;
};

describe('a hold that costs work', () => {
  it('is refused with what is to be done, then taken with the same key, once however often it is sent', async () => {
    const { hold, ours } = await opened();
    const work = done(await askedBy(hold(ours), 'missing'), ours);
    const basket = await hold({ ...ours, work });
    expect(basket.status).toBe('HELD');
    expect((await hold({ ...ours, work })).id).toBe(basket.id);
  });

  it('is known even when its work has run out meanwhile: its answer may have been lost', async () => {
    const { hold, ours } = await opened();
    const work = done(await askedBy(hold(ours), 'missing'), ours);
    const { id } = await hold({ ...ours, work });
    clock.pass(workSeconds + 1);
    expect((await hold({ ...ours, work })).id).toBe(id);
  });

  it('is not bought by work that was done for another key, another basket, another festival, or too long ago', async () => {
    const { hold, ours } = await opened();
    const elsewhere = await opened();
    const work = done(await askedBy(hold(ours), 'missing'), ours);
    await askedBy(hold({ ...ours, key: newSecret(), work }), 'too_little');
    await askedBy(hold({ ...ours, secret: newSecret(), work }), 'too_little');
    await askedBy(elsewhere.hold({ ...ours, work }), 'unknown_challenge');
    clock.pass(workSeconds + 1);
    const anew = await askedBy(hold({ ...ours, work }), 'expired');
    await expect(hold({ ...ours, work: done(anew, ours) })).resolves.toMatchObject({ status: 'HELD' });
  });

  it('is not bought by too little work, nor by easier work than was asked', async () => {
    const { hold, ours } = await opened();
    const asked = await askedBy(hold(ours), 'missing');
    const { challenge } = asked;
    let nonce = 0;
    while (isWorkDone({ ...ours, challenge }, nonce.toString(36), 15)) nonce += 1;
    await askedBy(hold({ ...ours, work: { challenge, nonce: nonce.toString(36) } }), 'too_little');
    const easier = { ...asked, challenge: challenge.replace('.15.', '.1.'), bits: 1 };
    await askedBy(hold({ ...ours, work: done(easier, ours) }), 'unknown_challenge');
    await expect(hold({ ...ours, work: { challenge, nonce: 'A B' } })).rejects.toMatchObject({ status: 400 });
  });

  it('needs a key, which its work is done for', async () => {
    const { params, items, ours } = await opened();
    const response = await fetch(`${api.url}/festivals/${params.festivalId}/baskets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret: ours.secret, items }),
    });
    expect(response.status).toBe(428);
    expect(await response.json()).toMatchObject({ error: { details: { reason: 'without_key' } } });
  });

  it('is bought in one call with one piece of work, which buys no other basket', async () => {
    const { festivalId, visitor, items, hold, ours } = await opened();
    const buy = (work?: Done) =>
      visitor.buyTickets(
        {
          body: {
            festivalId,
            secret: ours.secret,
            wishes: { items },
            ...(work && { work }),
            email: 'ada@example.org',
            name: 'Ada',
            language: 'en',
            method: 'succeeds',
          },
        },
        { idempotencyKey: ours.key },
      );
    const work = done(await askedBy(buy(), 'missing'), ours);
    const bought = await buy(work);
    expect(bought).toMatchObject({ status: 'PAID' });
    expect((await buy(work)).id).toBe(bought.id);
    await expect(hold({ ...ours, work })).rejects.toMatchObject({ name: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('is no matter of the desk', async () => {
    const { ticketing, params, items } = await opened();
    const sold = await ticketing.sellAtDesk({
      params,
      body: { wishes: { items }, total: 4500, language: 'en', means: 'CASH' },
    });
    expect(sold.order.status).toBe('PAID');
  });
});

describe('what is to be done', () => {
  it('is told before anything is held', async () => {
    const { visitor, params, hold, ours } = await opened();
    const asked = await visitor.askForWork({ params });
    expect(asked).toMatchObject({ wanted: true, bits: 15 });
    expect(Date.parse(asked.until)).toBeGreaterThan(clock.now().getTime());
    await expect(hold({ ...ours, work: done(asked, ours) })).resolves.toMatchObject({ status: 'HELD' });
    const plain = await opened('OFF');
    expect(await plain.visitor.askForWork({ params: plain.params })).toMatchObject({ wanted: false });
    await expect(plain.hold(plain.ours)).resolves.toMatchObject({ status: 'HELD' });
  });

  it('is told of no festival that nobody may see', async () => {
    const { visitor, params, festivalId } = await opened();
    await api.ownerPool.query("update festival set status = 'DRAFT' where id = $1", [festivalId]);
    await expect(visitor.askForWork({ params })).rejects.toMatchObject({ status: 404 });
  });
});

it('costs work while there is a rush, and nothing before and after', async () => {
  const { visitor, params, hold, ours } = await opened('RUSH');
  const wanted = async () => (await visitor.askForWork({ params })).wanted;
  const asked = await clock.standStill(async () => {
    const many = await Promise.allSettled(
      Array.from({ length: calmHolds }, () => hold({ secret: newSecret(), key: newSecret() })),
    );
    expect(many.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(await wanted()).toBe(false);
    return askedBy(hold(ours), 'missing');
  });
  expect(await wanted()).toBe(true);
  await expect(hold({ ...ours, work: done(asked, ours) })).resolves.toMatchObject({ status: 'HELD' });
  clock.pass(rushMs / 1000 + 1);
  expect(await wanted()).toBe(false);
  await expect(hold({ secret: newSecret(), key: newSecret() })).resolves.toMatchObject({ status: 'HELD' });
});
