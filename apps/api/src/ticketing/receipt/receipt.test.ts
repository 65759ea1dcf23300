/** Receipts: what the order's books say, for its buyer and the festival's team, and for nobody else. */
import { execFileSync, spawnSync } from 'node:child_process';
import { ApiError } from '@festivals/contract';
import { FestivalId } from '@festivals/domain/primitives';
import { plainRules } from '@festivals/domain/ticketing/pricing/plain-rules';
import { languages } from '@festivals/messages';
import { paper } from '@festivals/messages/paper';
import { common } from '@festivals/messages/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestMessages } from '../../mail/mailbox.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import type { FestivalOnPaper } from '../tickets/ticket-to-print.ts';
import { buyer, newSecret, openShop, type Shop } from '../testing.ts';
import { receiptPdf } from './receipt-pdf.ts';
import type { ReceiptToPrint } from './receipt-to-print.ts';

const missing = spawnSync('pdftotext', ['-v']).error !== undefined;
const skipped = missing && process.env['CI'] !== 'true';
if (skipped) process.stderr.write('Receipts are not read here: pdftotext is missing (apt install poppler-utils).\n');

const textOf = (pdf: Uint8Array): string =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }).replaceAll(/[ \u00a0]+/g, ' ');
const read = async (file: Blob) => textOf(new Uint8Array(await file.arrayBuffer()));
const nameOf = (error: unknown) => (error instanceof ApiError ? error.name : String(error));

let api: TestApi;
let shop: Shop;
let organiser: Awaited<ReturnType<TestApi['person']>>;
beforeAll(async () => {
  api = await startApi();
  shop = await openShop(api, { capacity: 100 });
  organiser = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] });
  await organiser.client.festival.saveDetails({
    params: { festivalId: shop.festivalId },
    body: {
      section: 'contact',
      version: 0,
      content: {
        organisation: 'Les Prés asbl',
        address: 'Chemin des Saules 1\n1000 Valbrume',
        email: 'bonjour@solbrume.example',
        phone: null,
        website: null,
        vatNumber: 'BE 0411.905.847',
      },
    },
  });
});
afterAll(() => api.stop());

const on = (orderId: string) => ({ params: { festivalId: FestivalId.parse(shop.festivalId), orderId } });

describe.skipIf(skipped)('the receipt of an order', () => {
  it('says who sold what to whom, the tax by rate, and how it was paid', async () => {
    const ada = buyer(api, shop);
    const order = await ada.buy(2);
    const text = await read(
      await api.client('site').ticketing.orderReceipt({ ...on(order.id), query: { secret: ada.secret } }),
    );
    for (const said of [
      order.reference,
      'Les Prés asbl',
      'Chemin des Saules 1',
      '1000 Valbrume',
      'VAT number BE 0411.905.847',
      'Ada Visitor',
      'visitor@example.org',
      '2 × Day ticket €45.00 6% €90.00',
      '6% €84.91 €5.09 €90.00',
      'Practice money: nothing was charged',
    ])
      expect(text).toContain(said);
  });

  it('says what went back, the tax in it, and what is left', async () => {
    const order = await buyer(api, shop).buy(2);
    await organiser.client.ticketing.refundOrder({
      ...on(order.id),
      body: { ticketIds: [order.tickets[0]?.id ?? ''], reason: 'ill', keep: { kind: 'AMOUNT', amount: 500 } },
    });
    const text = await read(await organiser.client.ticketing.getReceipt(on(order.id)));
    expect(text).toMatch(/Given back, .* -€40\.00/);
    expect(text).toContain('VAT in it: -€2.27');
    expect(text).toMatch(/Paid in the end €50\.00/);
  });

  it('still says what was bought once all of it went back', async () => {
    const ada = buyer(api, shop);
    const order = await ada.buy(1);
    await organiser.client.ticketing.refundOrder({
      ...on(order.id),
      body: { ticketIds: order.tickets.map(({ id }) => id), reason: 'cancelled' },
    });
    const text = await read(
      await api.client('site').ticketing.orderReceipt({ ...on(order.id), query: { secret: ada.secret } }),
    );
    expect(text).toMatch(/Paid in the end €0\.00/);
  });

  it('names the company that owes the tax, with the words that the law wants; so does the mail', async () => {
    const { params } = on('');
    const { version } = await organiser.client.ticketing.getPriceRules({ params });
    await organiser.client.ticketing.savePriceRules({
      params,
      body: { version, rules: { ...plainRules, reverseCharge: true } },
    });
    const { ticketing } = api.client('site');
    const secret = newSecret();
    const items = [{ ticketTypeId: shop.ticketTypeId, quantity: 1 }];
    const company = { country: 'FR', vatNumber: 'FR 40 303 265 045', name: 'Brasserie du Pré' };
    const { id: basketId } = await ticketing.holdBasket({ params, body: { secret, items, company } });
    const { id } = await ticketing.placeOrder({
      params,
      body: { basketId, secret, email: 'trade@example.org', name: 'Ada Visitor', language: 'fr' },
    });
    await ticketing.payOrder({ params: { ...params, orderId: id }, body: { secret, method: 'succeeds' } });
    // For the team it is written in the buyer's language.
    const text = await read(await organiser.client.ticketing.getReceipt(on(id)));
    const oneLine = text.replaceAll(/\s+/g, ' ');
    for (const said of ['Brasserie du Pré', 'Ada Visitor', 'FR40303265045', 'Total hors TVA'])
      expect(oneLine).toContain(said);
    const mention = common.fr.reverseCharge.mention.replaceAll(/\s+/g, ' ');
    expect(oneLine).toContain(mention);
    expect(oneLine).not.toContain(paper.fr.receipt.taxes);

    await api.runJobsOnce();
    const mails = await newestMessages(api.resources.env.FESTIVALS_DATA, 10);
    const mail = mails.find(({ to }) => to.includes('trade@example.org'));
    expect(mail?.text.replaceAll(/\s+/g, ' ')).toContain(mention);
    expect(mail?.text).toContain('Brasserie du Pré, FR40303265045');
  });

  it('is there once it is paid, for its buyer and its team alone', async () => {
    const ada = buyer(api, shop, 'mine@example.org');
    const unpaid = await ada.order((await ada.hold(1)).id);
    const { ticketing } = api.client('site');
    expect(await ticketing.orderReceipt({ ...on(unpaid.id), query: { secret: ada.secret } }).catch(nameOf)).toBe(
      'NOT_PAID',
    );
    const { id } = await ada.pay(unpaid.id);
    expect(await ticketing.orderReceipt({ ...on(id), query: { secret: newSecret() } }).catch(nameOf)).toBe('NOT_FOUND');
    const me = await api.person({ email: 'mine@example.org' });
    expect(await read(await me.client.ticketing.myReceipt({ params: { orderId: id } }))).toContain(unpaid.reference);
    const stranger = (await api.person()).client.ticketing;
    expect(await stranger.myReceipt({ params: { orderId: id } }).catch(nameOf)).toBe('NOT_FOUND');
    expect(await stranger.getReceipt(on(id)).catch(nameOf)).toBe('FORBIDDEN');
  });
});

const line: ReceiptToPrint['lines'][number] = {
  lineNo: 1,
  kind: 'TICKET',
  ticketTypeId: null,
  itemId: null,
  variationId: null,
  tierId: null,
  bundleId: null,
  name: { fr: 'Pass trois jours' },
  quantity: 2,
  listPrice: 15_000,
  unitPrice: 14_900,
  vat: 600,
  vatAmount: 1_687,
  why: [{ kind: 'CODE', id: 'x', amount: 200, name: null, code: 'BRUME' }],
};
const receipt: ReceiptToPrint = {
  reference: '7KQ4M2XD',
  name: 'Łukasz Ünï',
  email: 'lukasz@example.org',
  currency: 'EUR',
  lines: [line, { ...line, lineNo: 2, kind: 'DONATION', quantity: 1, unitPrice: 500, vat: 0, vatAmount: 0, why: [] }],
  total: 30_300,
  placedAt: '2040-03-01T10:00:00.000Z',
  paidAt: '2040-03-01T10:04:00.000Z',
  provider: 'stripe',
  rounding: 0,
  refunds: [
    { amount: 14_900, vatAmount: 843, rounding: 0, at: '2040-04-01T10:00:00.000Z', done: true },
    { amount: 500, vatAmount: 0, rounding: 0, at: '2040-04-02T10:00:00.000Z', done: false },
  ],
  company: null,
  seller: { organisation: 'Les Prés', address: 'Chemin 1', email: null, phone: null, website: null },
};
const festival: FestivalOnPaper = {
  name: 'Solbrume',
  startsOn: '2040-07-13',
  endsOn: '2040-07-15',
  zone: 'Europe/Brussels',
  languages: ['fr', 'en'],
  theme: { seed: 7, palette: 'meadow' },
  place: { name: 'Prés', address: 'Chemin 1', city: 'Valbrume', country: 'BE', latitude: 50.6, longitude: 4.7 },
  cover: null,
};

describe.skipIf(skipped)('on paper', () => {
  it.each(languages)('in %s says all of it in its reader’s words', async (language) => {
    const text = textOf(await receiptPdf(receipt, { festival, language }));
    const t = paper[language].receipt;
    for (const said of [t.title, t.seller, t.buyer, t.what, t.taxes, t.gift, t.remains, t.way.stripe])
      expect(text).toContain(said.replaceAll(/[ \u00a0]+/g, ' '));
    for (const said of ['7KQ4M2XD', 'Łukasz Ünï', 'BRUME', 'Solbrume', 'Les Prés']) expect(text).toContain(said);
    expect(text).toMatch(/149[.,]00/);
    expect(text).not.toMatch(/[{}]/);
  });

  it.each(languages)('in %s says what coins made of it, taken and given back', async (language) => {
    const refunds = receipt.refunds.map((refund) => ({ ...refund, rounding: 2 }));
    const text = textOf(await receiptPdf({ ...receipt, total: 30_302, rounding: -2, refunds }, { festival, language }));
    expect(text.split(paper[language].receipt.rounding)).toHaveLength(4);
    // 303.02 less 0.02, less 149.02 and 5.02.
    expect(text).toMatch(/148[.,]96/);
  });

  it('goes on to a second page, with nothing lost and nothing beyond an edge', async () => {
    const lines = Array.from({ length: 60 }, (_, at) => ({
      ...line,
      lineNo: at + 1,
      name: { fr: `Emplacement de camping numéro ${at + 1}, avec électricité et vue sur la grande scène` },
    }));
    const text = textOf(await receiptPdf({ ...receipt, lines }, { festival, language: 'fr' }));
    const pages = text.split('\f').filter((page) => page.trim() !== '');
    expect(pages.length).toBeGreaterThan(2);
    for (const { lineNo } of lines) expect(text).toContain(`numéro ${lineNo},`);
    for (const page of pages.slice(1)) expect(page).toContain('Reçu, commande 7KQ4M2XD');
    expect(pages.at(-1)).toContain(`Page ${pages.length}`);
  });

  it('has room for the longest names', async () => {
    const long = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3);
    const company = { country: 'DE', vatNumber: 'DE136695976', name: long };
    const seller = { ...receipt.seller, organisation: long, address: `${long}\n${long}` };
    const pdf = await receiptPdf({ ...receipt, name: long, company, seller }, { festival, language: 'de' });
    // One column after the other: two that lay over each other would be read as one.
    const text = execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' }).replaceAll(/\s+/g, '');
    expect(text.split(long).length - 1).toBe(5);
  });
});
