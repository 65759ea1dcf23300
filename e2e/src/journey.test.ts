/** The whole way through the house: organiser → visitor → steward, in the three real apps, and on paper. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import {
  desk,
  expectAccessible,
  expectNoSidewaysScroll,
  keepPictures,
  openBrowser,
  phone,
  visitor,
} from './browser.ts';
import { house } from './house.ts';
import { attachmentOf, linkIn, mailTo } from './mailbox.ts';
import { codesOnPaper } from './paper.ts';

const run = Date.now().toString(36);
const organiser = { name: 'Olga Organiser', email: `olga-${run}@example.org`, password: 'four words do well' };
const buyer = { name: 'Ada Łovelace', email: `ada-${run}@example.org`, password: 'seven muddy boots' };
const festival = { name: `Muddy Fields ${run}`, slug: `muddy-fields-${run}` };

let browser: Browser;
let office: Page;
let site: Page;
let gate: Page;
/** What stands in the QR of the ticket, as ZBar reads it from the paper. */
let codes: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(({ task }) => onTestFailed(() => keepPictures(browser, task.name)));
afterAll(() => browser?.close());

describe('the organiser', () => {
  it('opens an account and confirms the address from the mail', async () => {
    office = await visitor(browser, desk);
    await office.goto(`${house.office}/register`);
    await office.getByLabel('Your name').fill(organiser.name);
    await office.getByLabel('E-mail').fill(organiser.email);
    await office.getByLabel('Password').fill(organiser.password);
    await expectAccessible(office);
    await office.getByRole('button', { name: 'Open an account' }).click();
    await office.getByText('Look into your mail').waitFor();
    await office.goto(linkIn(await mailTo(organiser.email)));
    await office.getByRole('button', { name: 'Confirm' }).click();
    await office.getByText('Your address is confirmed').waitFor();
    await office.goto(`${house.office}/sign-in`);
    await office.getByLabel('E-mail').fill(organiser.email);
    await office.getByLabel('Password').fill(organiser.password);
    await office.getByRole('button', { name: 'Sign in', exact: true }).click();
    await office.getByRole('link', { name: 'Create my festival' }).waitFor();
  });

  it('creates a festival', async () => {
    await office.getByRole('link', { name: 'Create my festival' }).click();
    await office.getByLabel('Name', { exact: false }).first().fill(festival.name);
    await office.getByLabel('First day').fill('2040-07-13');
    await office.getByLabel('Last day').fill('2040-07-15');
    await office.getByLabel('Time zone').selectOption('Europe/Brussels');
    await office.getByLabel('Name of the place').fill('The long meadow');
    await office.getByLabel('Street and number').fill('Chemin des Saules 1');
    await office.getByLabel('City').fill('Valbrume');
    await office.getByLabel('Country').selectOption('BE');
    await office.getByLabel('Latitude').fill('50.6');
    await office.getByLabel('Longitude').fill('4.7');
    await expectAccessible(office);
    await office.getByRole('button', { name: 'Create the festival' }).click();
    await office.waitForURL(`**/f/${festival.slug}`);
    await office.getByText('Before you can publish').waitFor();
    await expectAccessible(office);
  });

  it('is told what is missing, writes it, makes a ticket type and publishes', async () => {
    await office.goto(`${house.office}/f/${festival.slug}/settings`);
    await office.getByLabel('Tagline').fill('Boots on, hearts open');
    await office.getByLabel('Description').fill('Three days in the long meadow.');
    await office.getByRole('button', { name: 'Save', exact: true }).click();
    await office.getByText('Saved.').first().waitFor();
    await office.goto(`${house.office}/f/${festival.slug}/tickets`);
    await office.getByRole('button', { name: 'New ticket type' }).first().click();
    const sheet = office.getByRole('dialog');
    await sheet.getByLabel('Name').first().fill('Weekend');
    await sheet.getByLabel('Price').fill('49.50');
    await sheet.getByLabel('VAT').fill('6');
    await sheet.getByLabel('How many').fill('100');
    await expectAccessible(office);
    await sheet.getByRole('button', { name: 'Save' }).click();
    await office.getByRole('cell', { name: /€49\.50/ }).waitFor();
    await office.goto(`${house.office}/f/${festival.slug}`);
    await office.getByRole('button', { name: 'Publish' }).first().click();
    await office.getByText(`${festival.name} is published`, { exact: false }).first().waitFor();
  });
});

describe('the visitor, on a phone', () => {
  it('finds the festival and chooses two tickets', async () => {
    site = await visitor(browser, phone);
    await site.goto(`${house.site}/en/${festival.slug}`);
    await site.getByRole('heading', { level: 1, name: festival.name }).waitFor();
    await expectAccessible(site);
    await expectNoSidewaysScroll(site);
    await site.goto(`${house.site}/en/${festival.slug}/tickets`);
    const more = site.getByRole('button', { name: 'One more: Weekend' });
    await more.click();
    await more.click();
    await site.getByText('€99.00').first().waitFor();
    await expectAccessible(site);
    await expectNoSidewaysScroll(site);
    await site.getByRole('button', { name: 'Continue' }).click();
  });

  it('says who they are, is declined once, and pays on the same order', async () => {
    await site.getByLabel('Your name').fill(buyer.name);
    await site.getByLabel('E-mail').fill(buyer.email);
    await site.getByRole('button', { name: 'To payment' }).click();
    const number = site.getByLabel('Card number');
    await number.fill('4111 1111 1111 1111');
    await site.getByRole('button', { name: /^Pay/ }).click();
    await site.getByText('not a published test number').waitFor();
    await number.fill('4000 0000 0000 0002');
    await site.getByRole('button', { name: /^Pay/ }).click();
    await site.getByText('Nothing was charged').first().waitFor();
    await expectAccessible(site);
    await number.fill('4242 4242 4242 4242');
    await site.getByRole('button', { name: /^Pay/ }).click();
    await site.waitForURL('**/orders/**');
    await site.getByRole('heading', { name: 'See you there' }).waitFor();
    await expectAccessible(site);
    await expectNoSidewaysScroll(site);
  });

  it('gets a mail whose PDF a stranger can read: two tickets, two codes', async () => {
    const mail = await mailTo(buyer.email, ({ subject }) => subject.includes(festival.name));
    codes = codesOnPaper(await attachmentOf(mail, 'application/pdf'));
    expect(codes).toHaveLength(2);
    for (const code of codes) expect(code).toMatch(/^FT1\.[A-Z2-7]+$/);
    const page = await visitor(browser, phone);
    await page.goto(linkIn(mail));
    await page.getByRole('heading', { name: 'See you there' }).waitFor();
    await page.context().close();
  });

  it('finds the tickets in an account of the same address', async () => {
    await site.goto(`${house.site}/en/account/register`);
    await site.getByLabel('Your name').fill(buyer.name);
    await site.getByLabel('E-mail').fill(buyer.email);
    await site.getByLabel('Password').fill(buyer.password);
    await site.getByRole('button', { name: 'Create an account' }).click();
    await site.getByText('Look into your mailbox').waitFor();
    await site.goto(linkIn(await mailTo(buyer.email, ({ subject }) => subject.includes('Confirm'))));
    await site.getByRole('button', { name: 'Confirm my address' }).click();
    await site.getByText('Your address is confirmed').waitFor();
    await site.goto(`${house.site}/en/account/login`);
    await site.getByLabel('E-mail').fill(buyer.email);
    await site.getByLabel('Password').fill(buyer.password);
    await site.getByRole('button', { name: 'Log in' }).click();
    await site.getByText(festival.name).first().waitFor();
    await expectAccessible(site);
  });

  it('opens a ticket in the app, and again without network', async () => {
    const app = await visitor(browser, phone);
    await app.goto(`${house.app}/sign-in`);
    await app.getByTestId('email').fill(buyer.email);
    await app.getByTestId('password').fill(buyer.password);
    await app.getByTestId('sign-in-send').click();
    const ticket = app.locator('[data-testid^="ticket-"]').first();
    await ticket.waitFor();
    await expectAccessible(app);
    await app.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
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
    await office.goto(`${house.office}/f/${festival.slug}/devices`);
    await office.getByRole('button', { name: 'Enrol a device' }).first().click();
    await office.getByLabel('Name of the device').fill('North gate');
    await office.getByRole('button', { name: 'Make the code' }).click();
    const code = await office
      .getByRole('dialog')
      .getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
      .innerText();
    gate = await visitor(browser, phone);
    await gate.goto(`${house.app}/enrol`);
    await gate.getByTestId('enrolment-code').fill(code);
    await gate.getByTestId('enrol-send').click();
    await gate.getByTestId('scan-code').waitFor();
    await expectAccessible(gate);
    await office.getByText('is enrolled and ready to scan').waitFor();
  });

  it('admits a ticket without network, refuses it the second time, and refuses one flipped letter', async () => {
    const [code = ''] = codes;
    await gate.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await gate.context().setOffline(true);
    await gate.reload();
    await scan(code, 'verdict-admitted');
    await expectAccessible(gate);
    await scan(code, 'verdict-already');
    await expectAccessible(gate);
    for (const at of [8, 60, code.length - 20]) {
      await scan(
        code.slice(0, at) + (code[at] === 'A' ? 'B' : 'A') + code.slice(at + 1),
        /^verdict-(forged|otherFestival|unreadable)$/,
      );
    }
    await gate.reload();
    await scan(code, 'verdict-already');
  });

  it('hands its scans over when the network is back, and the office sees who came in', async () => {
    await gate.context().setOffline(false);
    await office.goto(`${house.office}/f/${festival.slug}/gates`);
    const row = office.getByText('North gate').first();
    const seen = () =>
      row.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
    for (let attempt = 0; attempt < 15 && !(await seen()); attempt += 1) await office.reload();
    expect(await row.isVisible()).toBe(true);
    await expectAccessible(office);
  });

  it('refuses at a second gate what the first one admitted', async () => {
    const [admitted = '', fresh = ''] = codes;
    const { code } = await offerEnrolment();
    gate = await visitor(browser, phone);
    await gate.goto(`${house.app}/enrol`);
    await gate.getByTestId('enrolment-code').fill(code);
    await gate.getByTestId('enrol-send').click();
    await gate.getByTestId('scan-code').waitFor();
    await expect.poll(() => gate.getByTestId('gate-status').innerText(), { timeout: 30_000 }).not.toBe('');
    await scan(admitted, 'verdict-already');
    await scan(fresh, 'verdict-admitted');
  });
});

/** Types a code as a wedge scanner does and waits for the verdict that fills the screen. */
async function scan(code: string, verdict: string | RegExp): Promise<void> {
  await gate.getByTestId('scan-code').fill(code);
  await gate.getByTestId('scan-code').press('Enter');
  await gate.getByTestId(verdict).waitFor();
  await gate.getByTestId('verdict-next').click();
}

async function offerEnrolment(): Promise<{ code: string }> {
  await office.goto(`${house.office}/f/${festival.slug}/devices`);
  await office.getByRole('button', { name: 'Enrol a device' }).first().click();
  await office.getByLabel('Name of the device').fill('South gate');
  await office.getByRole('button', { name: 'Make the code' }).click();
  return {
    code: await office
      .getByRole('dialog')
      .getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
      .innerText(),
  };
}
