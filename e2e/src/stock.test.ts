/** What an organiser encodes beside the programme: a menu by the keyboard, quotas that overlap, stock, and the people who help. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { desk, oneBrowser, patience, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, expectNoSidewaysScroll } from './inspect.ts';
import { linkIn, mailTo } from './mailbox.ts';
import { demo, openFestival, type Stage } from './stage.ts';
import { say } from './words.ts';

const run = Date.now().toString(36);
const browser = oneBrowser();
let stage: Stage;
let office: Page;
beforeAll(async () => {
  stage = await openFestival(`Stocked Meadow ${run}`, [
    { name: 'Day', price: 4_000, capacity: 50 },
    { name: 'VIP', price: 9_000, capacity: 20 },
  ]);
  office = await visitor(browser(), desk);
  await signIn(office, demo('harbour'));
});

const open = (path: string) => office.goto(`${house.office}/f/${stage.festival.slug}${path}`);
const params = () => ({ festivalId: stage.festival.id });
const button = (name: string, page = office) => page.getByRole('button', { name, exact: true });

async function signIn(page: Page, { email, password }: { email: string; password: string }) {
  await page.goto(`${house.office}/sign-in`);
  await page.getByLabel(say('office.guest.email')).fill(email);
  await page.getByLabel(say('office.guest.password')).fill(password);
  await button(say('office.guest.signIn'), page).click();
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
}

const paste = (text: string) =>
  office.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);

describe('a menu', () => {
  it('is written by the keyboard alone: pasted, filled down, undone, corrected and saved', async () => {
    const stand = await stage.organiser.stands.createStand({ params: params(), body: { name: 'Bar', kind: 'BAR' } });
    await open(`/stands/${stand.id}`);
    await button(say('office.menu.addRow')).click();
    const cell = (row: number, column: number) =>
      office.locator(`[role=grid] tr[aria-rowindex="${row + 2}"] td`).nth(column);
    await cell(0, 0).focus();
    await paste('Lager\tbeer\t3.50\nWheat beer\tbeer\tmuch\nCider\tbeer\t4');
    await cell(2, 0).waitFor();
    await office.keyboard.press('ArrowRight');
    await office.keyboard.press('ArrowRight');
    await office.keyboard.press('ArrowDown');
    await office.keyboard.press('Control+d');
    await expect.poll(() => cell(1, 2).innerText()).toBe('3.50');
    await office.keyboard.press('Control+z');
    await expect.poll(() => cell(1, 2).innerText()).toBe('much');
    await button(say('office.menu.save')).click();
    await expect.poll(() => cell(1, 2).getAttribute('aria-invalid'), { timeout: patience }).toBe('true');
    await expectAccessible(office);
    await cell(1, 2).focus();
    await office.keyboard.type('4.20');
    await office.keyboard.press('Enter');
    await button(say('office.menu.save')).click();
    await office.getByText(say('office.menu.saved')).first().waitFor();
    const stands = await stage.organiser.stands.listStands({ params: params() });
    expect(stands[0]?.products.map(({ price }) => price)).toEqual([350, 420, 400]);
  });

  it('of two thousand products draws only what is in sight, and the keyboard reaches the last', async () => {
    const stand = await stage.organiser.stands.createStand({ params: params(), body: { name: 'Hall', kind: 'FOOD' } });
    await open(`/stands/${stand.id}`);
    await button(say('office.menu.addRow')).click();
    await office.locator('[role=grid] tbody td').first().focus();
    await paste(Array.from({ length: 2_000 }, (_, index) => `Dish ${index + 1}\tdish\t5`).join('\n'));
    const grid = office.getByRole('grid');
    await expect.poll(() => grid.getAttribute('aria-rowcount'), { timeout: patience }).toBe('2001');
    expect(await grid.locator('tbody tr[data-index]').count()).toBeLessThan(80);
    await office.keyboard.press('Control+End');
    await expect
      .poll(() => office.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')), {
        timeout: patience,
      })
      .toBe('2001');
    await button(say('office.menu.save')).click();
    await expect
      .poll(
        async () => {
          const stands = await stage.organiser.stands.listStands({ params: params() });
          return stands.find(({ id }) => id === stand.id)?.products.length;
        },
        { timeout: patience },
      )
      .toBe(2_000);
  });
});

describe('tickets', () => {
  it('count in a quota of their own and in one that they share', async () => {
    await open('/tickets');
    await button(say('office.sharedQuota.create')).click();
    await office.getByLabel(say('office.sharedQuota.name'), { exact: true }).fill('Site');
    await office.getByLabel(say('office.tickets.capacity')).fill('60');
    await office.getByRole('checkbox', { name: 'Day' }).check();
    await office.getByRole('checkbox', { name: 'VIP' }).check();
    await expectAccessible(office);
    await button(say('office.tickets.save')).click();
    await office
      .getByText(say('office.sharedQuota.countsIn', { names: 'Site' }))
      .nth(1)
      .waitFor();
    const quotas = await stage.organiser.ticketing.listSharedQuotas({ params: params() });
    expect(quotas).toMatchObject([{ name: 'Site', capacity: 60, ticketTypeIds: { length: 2 } }]);
  });

  it('are moved by the keyboard, and the shop follows', async () => {
    await open('/tickets');
    const move = button(say('office.shopOrder.moveOf', { name: 'VIP' }));
    await move.focus();
    await move.press('Alt+ArrowUp');
    await office.getByText(say('office.shopOrder.arranged')).first().waitFor();
    const offers = await stage.organiser.ticketing.listOffers({ params: params() });
    expect(offers.map(({ name }) => name.en)).toEqual(['VIP', 'Day']);
  });
});

describe('stock', () => {
  it('is counted, delivered and shown as running out', async () => {
    await open('/stands/stock');
    await button(say('office.stock.create')).first().click();
    await office.getByLabel(say('office.stock.name'), { exact: true }).fill('Kegs');
    await office.getByLabel(say('office.stock.lowAt')).fill('5');
    await button(say('office.menu.save')).click();
    await office.getByRole('button', { name: `${say('office.stock.delivery')} Kegs` }).click();
    await office.getByLabel(say('office.stock.delivered')).fill('4');
    await button(say('office.stock.book')).click();
    await office.getByText(say('office.stock.state.LOW')).first().waitFor();
    await expectAccessible(office);
    await expectNoSidewaysScroll(office);
  });
});

describe('volunteers', () => {
  const helper = { name: 'Vera Volunteer', email: `vera-${run}@example.org`, password: 'nine dry towels hang' };

  it('come from a hostile file only once it is whole, with counts', async () => {
    await open('/team');
    await button(say('office.menu.csv.import')).click();
    const choose = (text: string) =>
      office
        .getByLabel(say('office.menu.csv.file'))
        .setInputFiles({ name: 'crew.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    const row = `${helper.name};${helper.email};Bar;+32 470 11 22 33`;
    await choose(`name;email;crew;phone\n${row}\n=HYPERLINK("x");no address;Bar;\n${row}\n;a@b.example;Bar;\n`);
    await office.getByText(say('office.menu.csv.counts', { new: 1, changed: 0, same: 0, refused: 3 })).waitFor();
    await expectAccessible(office);
    expect(await button(say('office.menu.csv.apply', { count: 1 })).isDisabled()).toBe(true);
    await choose(`name;email;crew;phone\n${row}\n`);
    await office.getByText(say('office.menu.csv.counts', { new: 1, changed: 0, same: 0, refused: 0 })).waitFor();
    await button(say('office.menu.csv.apply', { count: 1 })).click();
    await office.getByText(helper.email).first().waitFor();
  });

  it('are asked by mail, and join with an account of their own', async () => {
    const link = linkIn(await mailTo(helper.email));
    const page = await visitor(browser(), desk);
    await page.goto(`${house.office}/register`);
    await page.getByLabel(say('office.guest.name')).fill(helper.name);
    await page.getByLabel(say('office.guest.email')).fill(helper.email);
    await page.getByLabel(say('office.guest.password')).fill(helper.password);
    await button(say('office.guest.register'), page).click();
    await page.getByText(say('office.guest.registered')).waitFor();
    await page.goto(linkIn(await mailTo(helper.email, ({ text }) => text.includes('verify'))));
    await button(say('office.guest.verify'), page).click();
    await page.getByText(say('office.guest.verified')).waitFor();
    await signIn(page, helper);
    await page.goto(link);
    await expectAccessible(page);
    await button(say('office.invitation.accept'), page).click();
    await page.waitForURL(`${house.office}/f/${stage.festival.slug}`);
    const volunteers = await stage.organiser.identity.listVolunteers({ params: params() });
    expect(volunteers).toMatchObject([{ crew: 'Bar', phone: '+32470112233', state: 'JOINED' }]);
  });
});
