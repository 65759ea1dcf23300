/** Money that needs a person, on a telephone in German: news that nobody expected are settled with a word, what is owed by hand is paid. */
import { createHmac, randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { oneBrowser, phone, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, expectNoSidewaysScroll } from './inspect.ts';
import { openFestival, signInBrowser, type Stage } from './stage.ts';
import { wordsIn } from './words.ts';

const browser = oneBrowser();
const say = wordsIn('de');
const intent = `pi_${randomUUID().replaceAll('-', '')}`;
let stage: Stage;

/** News of a payment that nobody here asked for, signed as the stand-in for Stripe signs its own. */
async function tellOfUnknownPayment(festivalId: string): Promise<void> {
  const at = Math.floor(Date.now() / 1000);
  const metadata = { festival: festivalId, order: randomUUID(), payment: randomUUID() };
  const body = JSON.stringify({
    id: `evt_${randomUUID().replaceAll('-', '')}`,
    object: 'event',
    created: at,
    type: 'payment_intent.succeeded',
    data: { object: { id: intent, object: 'payment_intent', metadata } },
  });
  const signature = createHmac('sha256', 'whsec_double').update(`${at}.${body}`).digest('hex');
  const headers = { 'content-type': 'application/json', 'stripe-signature': `t=${at},v1=${signature}` };
  const { status } = await fetch(`${house.api}/api/payments/webhooks/stripe`, { method: 'POST', headers, body });
  if (status !== 204) throw new Error(`The news were answered ${status}.`);
}

beforeAll(async () => {
  stage = await openFestival('Loose Change', [{ name: 'Weekend', price: 4950, capacity: 10 }]);
  const { festival, types, organiser } = stage;
  const params = { festivalId: festival.id };
  const items = types.map(({ id }) => ({ ticketTypeId: id, quantity: 1 }));
  const { order } = await organiser.ticketing.sellAtDesk({
    params,
    body: { wishes: { items }, total: 4950, name: 'Grace Hopper', language: 'de', means: 'CASH' },
  });
  await organiser.ticketing.refundOrder({
    params: { ...params, orderId: order.id },
    body: { ticketIds: order.tickets.map(({ id }) => id), reason: 'Beinbruch' },
  });
  await tellOfUnknownPayment(festival.id);
});

it('is all on one screen, and gone from it once somebody saw to it', async () => {
  const page = await visitor(browser(), { ...phone, locale: 'de-DE' });
  await signInBrowser(page.context(), 'office', 'harbour');
  await page.goto(`${house.office}/f/${stage.festival.slug}/ledger/attention`);
  await page.getByText('Grace Hopper').waitFor();
  await page.getByText(intent).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: say('office.refundsByHand.pay'), exact: true }).click();
  await dialog.getByLabel(say('office.refundsByHand.reference')).fill('Beleg 12');
  await dialog.getByRole('button', { name: say('office.refundsByHand.pay'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Grace Hopper').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: say('office.payments.settle'), exact: true }).click();
  await dialog.getByLabel(say('office.payments.note')).fill('gehört zu einer Probe');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: say('office.payments.settle'), exact: true }).click();
  await page.getByText(say('office.moneyToLookAt.nothing'), { exact: true }).waitFor();
  expect(await page.getByText(intent).count()).toBe(0);
  await expectNoSidewaysScroll(page);
  await page.context().close();
});
