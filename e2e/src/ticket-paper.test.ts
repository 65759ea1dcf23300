/** The ticket as a thing: on a screen, on paper, handed on by a link, and with a key that is changed under it. */
import { checkTicketCode } from '@festivals/domain/ticketing/ticket-code';
import type { Order } from '@festivals/domain/ticketing/schemas';
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { desk, oneAfterTheOther, oneBrowser, patience, phone, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, expectFocusShown, expectNoSidewaysScroll } from './inspect.ts';
import { attachmentOf, mailTo } from './mailbox.ts';
import { codesOnPaper, codesOnScreen } from './paper.ts';
import { buyTickets, openFestival, signInBrowser, type Stage } from './stage.ts';
import { say, wordsIn } from './words.ts';

const browser = oneBrowser();
const buyer = { name: 'Maximiliane-Theodora von und zu Łęczyńska', email: 'paper@example.org' };
let stage: Stage;
let order: Order & { secret: string };
let ids: string[];
let page: Page;

beforeAll(async () => {
  stage = await openFestival('Paper Lanterns', [{ name: 'Weekend', price: 4950, capacity: 100 }]);
  order = await buyTickets(stage.festival.id, stage.types[0]?.id ?? stage.festival.id, 3, buyer);
  ids = order.tickets.map(({ id }) => id);
});
beforeEach(async () => {
  page = await visitor(browser(), phone);
  return () => page.context().close();
});

const codeOf = (id: string | undefined) => order.tickets.find((ticket) => ticket.id === id)?.code;
const address = (id = ids[0], language = 'en') => `${house.site}/${language}/${stage.festival.slug}/ticket/${id}`;
const picture = () => page.getByRole('img', { name: say('site.ticket.qr') });
const open = async (id = ids[0]) => {
  await page.goto(`${address(id)}#${order.secret}`);
  await picture().waitFor();
};
const button = (name: string) => page.getByRole('button', { name, exact: true });
/** What the code on the screen says to a decoder that is not ours. */
const shown = async () => codesOnScreen(await page.screenshot());

describe('on a telephone', () => {
  it('shows the code so that a stranger’s decoder reads it, whose it is, and keeps its secret out of the address', async () => {
    await open();
    await expect.poll(shown).toEqual([codeOf(ids[0])]);
    await page.getByText(buyer.name).waitFor();
    expect(page.url()).toBe(address());
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
  });

  it('is black on white in the dark, in German', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`${address(ids[0], 'de')}#${order.secret}`);
    await page.getByRole('img', { name: wordsIn('de')('site.ticket.qr') }).waitFor();
    await expect.poll(shown).toEqual([codeOf(ids[0])]);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  it('leads to the next one and back by the keyboard', async () => {
    await open();
    const next = page.getByRole('link', { name: say('site.ticket.next') });
    await next.focus();
    await expectFocusShown(page);
    await page.keyboard.press('Enter');
    await page.waitForURL(address(ids[1]));
    await picture().waitFor();
    await expect.poll(shown).toEqual([codeOf(ids[1])]);
    await page.getByRole('link', { name: say('site.ticket.previous') }).click();
    await page.waitForURL(address(ids[0]));
  });

  it('is there when the server is not, and says from when it is', async () => {
    await open();
    await page.route('**/api/**', (route) => route.abort());
    await page.reload();
    await page.getByText(say('site.ticket.as_of', { when: '' }).trim()).waitFor();
    await expect.poll(shown).toEqual([codeOf(ids[0])]);
  });

  it('goes into a calendar as the days that it is for', async () => {
    await open();
    const [file] = await Promise.all([page.waitForEvent('download'), button(say('site.ticket.calendar')).click()]);
    const stream = await file.createReadStream();
    const text = Buffer.concat(await Array.fromAsync(stream)).toString('utf8');
    expect(text).toContain('DTSTART;VALUE=DATE:20400713');
    expect(text).toContain('DTEND;VALUE=DATE:20400716');
  });
});

it('comes by mail with a link to its page, and on both papers with codes that are read', async () => {
  const mail = await mailTo(buyer.email);
  const codes = order.tickets.map(({ code }) => code);
  expect(codesOnPaper(await attachmentOf(mail, 'application/pdf'))).toEqual(codes);
  const [link = ''] = mail.text.match(/https?:\/\/\S+\/ticket\/\S+/) ?? [];
  const { pathname, hash } = new URL(link);
  await page.goto(`${house.site}${pathname}${hash}`);
  await picture().waitFor();
  await expect.poll(shown).toEqual([codes[0]]);
  for (const [paper, dots] of [
    ['A4', 72],
    ['A6', 100],
  ] as const) {
    const params = { festivalId: stage.festival.id, orderId: order.id };
    const pdf = await stage.organiser.ticketing.orderTicketsPdf({ params, query: { secret: order.secret, paper } });
    expect(codesOnPaper(new Uint8Array(await pdf.arrayBuffer()), dots)).toEqual(codes);
  }
});

describe('handed on by a link', () => {
  oneAfterTheOther();
  let link: string;
  let friend: Page;
  beforeEach(async () => {
    friend = await visitor(browser(), phone);
    return () => friend.context().close();
  });

  it('opens for a friend, who sees this ticket and nothing of the order', async () => {
    await open(ids[1]);
    await button(say('site.ticket.share')).click();
    link = await page.getByLabel(say('site.ticket.link')).inputValue();
    await expectAccessible(page);
    await friend.goto(link);
    await friend.getByRole('img', { name: say('site.ticket.qr') }).waitFor();
    await expect.poll(async () => codesOnScreen(await friend.screenshot())).toEqual([codeOf(ids[1])]);
    expect(await friend.getByText(order.reference).count()).toBe(0);
    expect(await friend.getByRole('link', { name: say('site.ticket.next') }).count()).toBe(0);
    expect(await friend.getByRole('button', { name: say('site.ticket.share') }).count()).toBe(0);
  });

  it('opens no longer once it was taken back, and says so', async () => {
    await open(ids[1]);
    await button(say('site.ticket.unshare')).click();
    await button(say('site.ticket.share')).waitFor();
    await friend.goto(link);
    await friend.getByRole('heading', { name: say('site.ticket.closed') }).waitFor();
    await expectAccessible(friend);
  });
});

it('says plainly that it was taken back, and shows no code', async () => {
  const params = { festivalId: stage.festival.id, orderId: order.id, ticketId: ids[2] ?? '' };
  await open(ids[2]);
  await stage.organiser.ticketing.cancelTicket({ params, body: { reason: 'Sold twice' } });
  await page.reload();
  await page.getByText(say('site.ticket.over')).waitFor();
  expect(await picture().count()).toBe(0);
  await expectAccessible(page);
});

describe('in the office', () => {
  oneAfterTheOther();
  let office: Page;
  beforeEach(async () => {
    office = await visitor(browser(), desk);
    await signInBrowser(office.context(), 'office', 'harbour');
    return () => office.context().close();
  });
  const act = (name: string) => office.getByRole('button', { name, exact: true });

  it('the paper is chosen, and mails come on it', async () => {
    await office.goto(`${house.office}/f/${stage.festival.slug}/tickets`);
    await office.getByLabel(say('office.ticketPaper.A6')).click();
    await office.getByText(say('office.ticketPaper.saved')).waitFor();
    await expectAccessible(office);
    const params = { festivalId: stage.festival.id };
    expect((await stage.organiser.ticketing.getTicketPaper({ params })).paper).toBe('A6');
  });

  it('a new key is started, and older tickets stay what they are', async () => {
    await office.goto(`${house.office}/f/${stage.festival.slug}/tickets/keys`);
    await act(say('office.ticketKeys.start')).click();
    const dialog = office.getByRole('dialog');
    await dialog.getByText(say('office.ticketKeys.startTitle')).waitFor();
    await expectAccessible(office);
    await dialog.getByRole('button', { name: say('office.ticketKeys.start'), exact: true }).click();
    await office.getByText(say('office.ticketKeys.key', { number: 2 })).waitFor();
    await open(ids[0]);
    await expect.poll(shown).toEqual([codeOf(ids[0])]);
  });

  it('a key that was lost is withdrawn: its codes are void, and the buyer has new ones', async () => {
    await office.goto(`${house.office}/f/${stage.festival.slug}/tickets/keys`);
    const one = say('office.ticketKeys.key', { number: 1 });
    await act(`${say('office.ticketKeys.withdraw')} (${one})`).click();
    const dialog = office.getByRole('dialog');
    const send = dialog.getByRole('button', { name: say('office.ticketKeys.withdraw'), exact: true });
    expect(await send.isDisabled()).toBe(true);
    await dialog.getByLabel(say('office.ticketKeys.reason')).fill('A laptop was stolen');
    await dialog.getByLabel(say('office.ticketKeys.type', { number: 1 })).fill('1');
    await expectAccessible(office);
    await send.click();
    await office.getByText(say('office.ticketKeys.withdrawn'), { exact: true }).waitFor();
    await expectAccessible(office);
    await open(ids[0]);
    const [code = ''] = await vi.waitFor(shown, { timeout: patience });
    expect(code).not.toBe(codeOf(ids[0]));
    const keys = [{ number: 1, publicKey: 'A'.repeat(43), withdrawn: true }];
    expect(checkTicketCode(code, keys)).toEqual({ ok: false, because: 'foreign' });
    // New tickets go out once no process signs with the old key any more.
    await expect
      .poll(() => office.getByText(say('office.ticketKeys.done', { orders: 1 })).count(), { timeout: 3 * patience })
      .toBe(1);
    const mail = await mailTo(buyer.email, ({ subject }) => subject.startsWith('New tickets'));
    expect(codesOnPaper(await attachmentOf(mail, 'application/pdf'))[0]).toBe(code);
  });
});
