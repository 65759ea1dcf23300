/** The steps of a buyer in the shop, each as one call. */
import type { Page } from 'playwright-core';
import { house } from './house.ts';
import { say } from './words.ts';

/** Published test numbers and what the sandbox does with each. */
export const cards = {
  accepted: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  asksTheBank: '4000 0027 6000 3184',
  slow: '4000 0000 0000 0077',
  /** A real-looking number that nobody published for tests. */
  unpublished: '4111 1111 1111 1111',
};

/** Opens the shop and waits until it has asked what can be had: from then on its buttons do something. */
export async function openShop(page: Page, slug: string): Promise<void> {
  const offers = page.waitForResponse((response) => response.url().endsWith('/shop'));
  await page.goto(`${house.site}/en/${slug}/tickets`);
  await offers;
}

/** Opens the shop and chooses tickets of one type. */
export async function chooseTickets(page: Page, slug: string, name: string, count: number): Promise<void> {
  await openShop(page, slug);
  const more = page.getByRole('button', { name: say('site.shop.more', { name }) });
  for (let chosen = 0; chosen < count; chosen += 1) await more.click();
}

export const goOn = (page: Page) => page.getByRole('button', { name: say('site.shop.continue'), exact: true });

/** Says who the tickets are for, once they are held. */
export async function giveDetails(page: Page, buyer: { name: string; email: string }): Promise<void> {
  await page.getByLabel(say('site.shop.name')).fill(buyer.name);
  await page.getByLabel(say('site.shop.email')).fill(buyer.email);
  await page.getByRole('button', { name: say('site.shop.to_payment') }).click();
}

/** From an empty basket to the payment of one order. */
export async function goToPayment(page: Page, slug: string, name: string, email: string): Promise<void> {
  await chooseTickets(page, slug, name, 1);
  await goOn(page).click();
  await giveDetails(page, { name: 'Ada Łovelace', email });
}

export const payButton = (page: Page) => page.getByRole('button', { name: say('site.pay.pay', { amount: '' }).trim() });

/** Types a card's number and presses the button. */
export async function payWith(page: Page, card: string): Promise<void> {
  await page.getByLabel(say('site.pay.number')).fill(card);
  await payButton(page).click();
}

/** The heading of an order that is paid. */
export const thanks = (page: Page) => page.getByRole('heading', { name: say('site.order.title') });
