/** A company of another state buys: its number is proven, its price is net, and the law's words stand wherever it pays or paid. */
import { beforeAll, expect, it } from 'vitest';
import { desk, oneAfterTheOther, oneBrowser, phone, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, expectNoSidewaysScroll } from './inspect.ts';
import { cards, giveDetails, goOn, openShop, payWith, thanks } from './shopping.ts';
import { openFestival, signInBrowser, type Stage } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
oneAfterTheOther();
let stage: Stage;
const mention = say('site.company.mention');
const number = 'DE136695976';
const company = 'Händlerbund';

beforeAll(async () => {
  stage = await openFestival('Trade Hill', [{ name: 'Weekend', price: 10_600, capacity: 100 }]);
  const params = { festivalId: stage.festival.id };
  const { rules, version } = await stage.organiser.ticketing.getPriceRules({ params });
  await stage.organiser.ticketing.savePriceRules({
    params,
    body: { rules: { ...rules, reverseCharge: true }, version },
  });
});

it('takes VAT off for a company of another state, and says so before and after it pays', async () => {
  const page = await visitor(browser(), phone);
  await openShop(page, stage.festival.slug);
  await page.getByRole('button', { name: say('site.shop.more', { name: 'Weekend' }) }).click();
  await page.getByText(say('site.company.title')).click();
  await page.getByLabel(say('site.company.name')).fill(company);
  await page.getByLabel(say('site.company.country')).selectOption('DE');
  const field = page.getByLabel(say('site.company.number'));
  const apply = page.getByRole('button', { name: say('site.company.apply') });
  await field.fill('DE111111111');
  await apply.click();
  await page.getByText(say('errors.ticketing.vat_number_invalid')).waitFor();
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  expect(await goOn(page).isDisabled()).toBe(true);
  await field.fill('DE 136 695 976');
  await apply.click();
  await page.getByText(mention).waitFor();
  await page.getByText('€100.00').first().waitFor();
  await page.getByText(say('site.company.without_vat'), { exact: true }).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await goOn(page).click();
  await page.getByLabel(say('site.shop.name')).waitFor();
  await page.getByText(mention).waitFor();
  // A purchase that is taken up again after a reload still knows its company.
  await page.reload();
  await page.getByText(mention).waitFor();
  await giveDetails(page, { name: 'Ada Łovelace', email: 'trade@example.org' });
  await page.getByLabel(say('site.pay.number')).waitFor();
  await page.getByText(mention).waitFor();
  await payWith(page, cards.accepted);
  await thanks(page).waitFor();
  await page.getByText(mention).waitFor();
  await page.getByText(`${company}, ${number}`).first().waitFor();
  await page.getByRole('link', { name: say('site.order.receipt'), exact: true }).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.context().close();
});

it('sells to a company of its own country as to everyone, and gives the price back when no company buys', async () => {
  const page = await visitor(browser(), desk);
  await openShop(page, stage.festival.slug);
  await page.getByRole('button', { name: say('site.shop.more', { name: 'Weekend' }) }).click();
  await page.getByText(say('site.company.title')).click();
  await page.getByLabel(say('site.company.name')).fill(company);
  const country = page.getByLabel(say('site.company.country'));
  const apply = page.getByRole('button', { name: say('site.company.apply') });
  await country.selectOption('BE');
  await page.getByLabel(say('site.company.number')).fill('BE 0411.905.847');
  await apply.click();
  await page.getByText(say('site.company.not_here')).waitFor();
  await page.getByText('€106.00').last().waitFor();
  expect(await page.getByText(mention).count()).toBe(0);
  await country.selectOption('DE');
  await page.getByLabel(say('site.company.number')).fill(number);
  await apply.click();
  await page.getByText(mention).waitFor();
  await goOn(page).click();
  await page.getByLabel(say('site.shop.name')).waitFor();
  // Whoever changes the choice is asked for a new hold, with VAT where no company buys any more.
  await page.getByRole('button', { name: say('site.shop.change'), exact: true }).click();
  await page.getByRole('button', { name: say('site.company.remove') }).click();
  await page.getByText(mention).waitFor({ state: 'hidden' });
  await goOn(page).click();
  await page.getByLabel(say('site.shop.name')).waitFor();
  await page.getByText('€106.00').first().waitFor();
  expect(await page.getByText(mention).count()).toBe(0);
  await page.context().close();
});

it('stands on the order’s page of the office', async () => {
  const page = await visitor(browser(), desk);
  await signInBrowser(page.context(), 'office', 'harbour');
  await page.goto(`${house.office}/f/${stage.festival.slug}/orders`);
  await page.getByRole('link', { name: 'Ada Łovelace' }).first().click();
  await page.getByText(say('office.orderAsked.company', { number: `${company}, ${number}` })).waitFor();
  await page.getByText(say('office.orderAsked.mention')).waitFor();
  await page.getByText(say('office.orderAsked.total'), { exact: true }).waitFor();
  await expectAccessible(page);
  await page.context().close();
});
