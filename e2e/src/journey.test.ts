/** The whole way through the house: organiser → visitor → steward, in the three real apps, and on paper. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { desk, oneAfterTheOther, oneBrowser, phone, visitor } from './browser.ts';
import { enrolGate, everythingHandedOver, keptOffline, readyForTheField, scan } from './gate.ts';
import { house } from './house.ts';
import { expectAccessible, expectNoSidewaysScroll } from './inspect.ts';
import { attachmentOf, linkIn, mailTo } from './mailbox.ts';
import { codesOnPaper } from './paper.ts';
import { cards, chooseTickets, giveDetails, goOn, payWith, thanks } from './shopping.ts';
import { say } from './words.ts';

const run = Date.now().toString(36);
const organiser = { name: 'Olga Organiser', email: `olga-${run}@example.org`, password: 'four words do well' };
const buyer = { name: 'Ada Łovelace', email: `ada-${run}@example.org`, password: 'seven muddy boots' };
const festival = { name: `Muddy Fields ${run}`, slug: `muddy-fields-${run}` };
const inOffice = (path: string) => `${house.office}/f/${festival.slug}${path}`;

const browser = oneBrowser();
oneAfterTheOther();

let office: Page;
let site: Page;
let gate: Page;
/** What stands in the QR of the tickets, as ZBar reads it from the paper. */
let codes: string[] = [];

describe('the organiser', () => {
  it('opens an account and confirms the address from the mail', async () => {
    office = await visitor(browser(), desk);
    await office.goto(`${house.office}/register`);
    await office.getByLabel(say('office.guest.name')).fill(organiser.name);
    await office.getByLabel(say('office.guest.email')).fill(organiser.email);
    await office.getByLabel(say('office.guest.password')).fill(organiser.password);
    await expectAccessible(office);
    await office.getByRole('button', { name: say('office.guest.register') }).click();
    await office.getByText(say('office.guest.registered')).waitFor();
    await office.goto(linkIn(await mailTo(organiser.email)));
    await office.getByRole('button', { name: say('office.guest.verify') }).click();
    await office.getByText(say('office.guest.verified')).waitFor();
    await office.goto(`${house.office}/sign-in`);
    await office.getByLabel(say('office.guest.email')).fill(organiser.email);
    await office.getByLabel(say('office.guest.password')).fill(organiser.password);
    await office.getByRole('button', { name: say('office.guest.signIn'), exact: true }).click();
    await office.getByRole('link', { name: say('office.firstFestival.begin') }).waitFor();
  });

  it('creates a festival', async () => {
    await office.getByRole('link', { name: say('office.firstFestival.begin') }).click();
    const field = (name: 'startsOn' | 'endsOn' | 'placeName' | 'address' | 'city' | 'latitude' | 'longitude') =>
      // An artwork may be called as the place's city is.
      office
        .getByLabel(say(`office.festivalForm.${name}`), { exact: true })
        .and(office.locator('input:not([type=radio])'));
    await office.getByLabel(say('office.festivalForm.name')).first().fill(festival.name);
    await field('startsOn').fill('2040-07-13');
    await field('endsOn').fill('2040-07-15');
    await office.getByLabel(say('office.festivalForm.zone')).selectOption('Europe/Brussels');
    await field('placeName').fill('The long meadow');
    await field('address').fill('Chemin des Saules 1');
    await field('city').fill('Valbrume');
    await office.getByLabel(say('office.festivalForm.country')).selectOption('BE');
    await field('latitude').fill('50.6');
    await field('longitude').fill('4.7');
    // Whoever reloads, or comes back tomorrow, goes on where they were.
    await office.reload();
    await office.getByRole('button', { name: say('office.record.continue') }).click();
    await expect
      .poll(() => office.getByLabel(say('office.festivalForm.name')).first().inputValue())
      .toBe(festival.name);
    await expect.poll(() => field('longitude').inputValue()).toBe('4.7');
    await expectAccessible(office);
    await office.getByRole('button', { name: say('office.festivalForm.create') }).click();
    await office.waitForURL(inOffice(''));
    await office.getByText(say('office.readiness.title')).waitFor();
    await expectAccessible(office);
  });

  it('is told what is missing, writes it, makes a ticket type and publishes', async () => {
    await office.goto(inOffice('/settings'));
    await office.getByLabel(say('office.settings.tagline')).fill('Boots on, hearts open');
    await office.getByLabel(say('office.settings.description')).fill('Three days in the long meadow.');
    await office.getByRole('button', { name: say('office.settings.save'), exact: true }).click();
    await office.getByText(say('office.settings.saved')).first().waitFor();
    await office.goto(inOffice('/tickets'));
    await office
      .getByRole('button', { name: say('office.tickets.create') })
      .first()
      .click();
    const sheet = office.getByRole('dialog');
    await sheet.getByLabel(say('office.tickets.name')).first().fill('Weekend');
    await sheet.getByLabel(say('office.tickets.price'), { exact: true }).fill('49.50');
    await sheet.getByLabel(say('office.tickets.vat')).fill('6');
    await sheet.getByLabel(say('office.tickets.capacity')).fill('100');
    await expectAccessible(office);
    await sheet.getByRole('button', { name: say('office.tickets.save') }).click();
    await office.getByRole('cell', { name: /€49\.50/ }).waitFor();
    await office.goto(inOffice(''));
    await office
      .getByRole('button', { name: say('office.readiness.publish') })
      .first()
      .click();
    await office
      .getByText(say('office.overview.moved.PUBLISHED', { name: festival.name }))
      .first()
      .waitFor();
  });
});

describe('the visitor, on a phone', () => {
  it('finds the festival and chooses two tickets', async () => {
    site = await visitor(browser(), phone);
    await site.goto(`${house.site}/en/${festival.slug}`);
    await site.getByRole('heading', { level: 1, name: festival.name }).waitFor();
    await expectAccessible(site);
    await expectNoSidewaysScroll(site);
    await chooseTickets(site, festival.slug, 'Weekend', 2);
    await site.getByText('€99.00').first().waitFor();
    await expectAccessible(site);
    await expectNoSidewaysScroll(site);
    await goOn(site).click();
  });

  it('says who they are, is declined once, and pays on the same order', async () => {
    await giveDetails(site, buyer);
    await payWith(site, cards.unpublished);
    await site.getByText(say('site.pay.refused')).waitFor();
    await payWith(site, cards.declined);
    await site.getByText(say('errors.payments.declined')).waitFor();
    await expectAccessible(site);
    await payWith(site, cards.accepted);
    await thanks(site).waitFor();
    await expectAccessible(site);
    await expectNoSidewaysScroll(site);
  });

  it('gets a mail whose PDF a stranger can read, and the same from the page', async () => {
    const mail = await mailTo(buyer.email, ({ subject }) => subject.includes(festival.name));
    codes = codesOnPaper(await attachmentOf(mail, 'application/pdf'));
    expect(codes).toHaveLength(2);
    for (const code of codes) expect(code).toMatch(/^FT1\.[A-Z2-7]+$/);
    const link = site.getByRole('link', { name: say('site.order.pdf') });
    const download = await site.request.get(new URL((await link.getAttribute('href')) ?? '', house.site).href);
    expect(codesOnPaper(await download.body())).toEqual(codes);
    const page = await visitor(browser(), phone);
    await page.goto(linkIn(mail));
    await thanks(page).waitFor();
    await page.context().close();
  });

  it('finds the tickets in an account of the same address', async () => {
    await site.goto(`${house.site}/en/account/register`);
    await site.getByLabel(say('site.account.name')).fill(buyer.name);
    await site.getByLabel(say('site.account.email')).fill(buyer.email);
    await site.getByLabel(say('site.account.password')).fill(buyer.password);
    await site.getByRole('button', { name: say('site.account.register') }).click();
    await site.getByText(say('site.account.register_done')).waitFor();
    await site.goto(linkIn(await mailTo(buyer.email, ({ text }) => text.includes('/account/verify'))));
    await site.getByRole('button', { name: say('site.account.verify') }).click();
    await site.getByText(say('site.account.verify_done')).waitFor();
    await site.goto(`${house.site}/en/account/login`);
    await site.getByLabel(say('site.account.email')).fill(buyer.email);
    await site.getByLabel(say('site.account.password')).fill(buyer.password);
    await site.getByRole('button', { name: say('site.account.login') }).click();
    await site.getByText(festival.name).first().waitFor();
    await expectAccessible(site);
  });

  it('opens a ticket in the app, and again without network', async () => {
    const app = await visitor(browser(), phone);
    await app.goto(`${house.app}/sign-in`);
    await app.getByTestId('email').fill(buyer.email);
    await app.getByTestId('password').fill(buyer.password);
    await app.getByTestId('sign-in-send').click();
    const ticket = app.locator('[data-testid^="ticket-"]').first();
    await ticket.waitFor();
    await expectAccessible(app);
    await keptOffline(app);
    await app.context().setOffline(true);
    await app.reload();
    await ticket.click();
    await app.getByTestId('ticket-qr').waitFor();
    expect(codes).toContain((await app.getByTestId('ticket-code').innerText()).replaceAll(/\s/g, ''));
    await expectAccessible(app);
    await app.context().close();
  });
});

describe('the steward', () => {
  it('enrols a phone with the code that the organiser makes', async () => {
    gate = await enrolAs('North gate');
    await expectAccessible(gate);
    await office.getByText(say('office.devices.arrived', { name: 'North gate' })).waitFor();
  });

  it('admits a ticket without network, refuses it the second time, and refuses one flipped letter', async () => {
    const [code = ''] = codes;
    await readyForTheField(gate);
    await gate.context().setOffline(true);
    await gate.reload();
    await scan(gate, code, 'verdict-admitted');
    await scan(gate, code, 'verdict-already');
    for (const at of [8, 60, code.length - 20]) {
      await scan(
        gate,
        code.slice(0, at) + (code[at] === 'A' ? 'B' : 'A') + code.slice(at + 1),
        /^verdict-(forged|otherFestival|unreadable)$/,
      );
    }
    await gate.reload();
    await scan(gate, code, 'verdict-already');
  });

  it('hands its scans over when the network is back, and the office sees who came in', async () => {
    await gate.context().setOffline(false);
    await everythingHandedOver(gate);
    await office.goto(inOffice('/gates'));
    await office.getByRole('cell', { name: 'North gate' }).first().waitFor();
    await expectAccessible(office);
  });

  it('refuses at a second gate what the first one admitted', async () => {
    const [admitted = '', fresh = ''] = codes;
    gate = await enrolAs('South gate');
    await readyForTheField(gate);
    await scan(gate, admitted, 'verdict-already');
    await scan(gate, fresh, 'verdict-admitted');
  });
});

/** The organiser makes a code for a device, and a steward's phone takes it. */
async function enrolAs(name: string): Promise<Page> {
  await office.goto(inOffice('/devices'));
  await office
    .getByRole('button', { name: say('office.devices.enrol') })
    .first()
    .click();
  await office.getByLabel(say('office.devices.deviceName')).fill(name);
  await office.getByRole('button', { name: say('office.devices.makeCode') }).click();
  const code = office.getByRole('dialog').getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  const phoneAtGate = await visitor(browser(), phone);
  await enrolGate(phoneAtGate, await code.innerText());
  return phoneAtGate;
}
