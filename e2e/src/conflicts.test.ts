/** Two people at one thing: what the other saved is taken in or shown beside mine, and neither is lost unseen. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { desk, oneBrowser, patience, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible } from './inspect.ts';
import { linkIn, mailTo } from './mailbox.ts';
import { demo, openFestival, signedIn, signInBrowser, type Stage } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
let stage: Stage;
let page: Page;
let other: Page;
const params = () => ({ festivalId: stage.festival.id });

beforeAll(async () => {
  // A name of its own: the mail of another run is not taken for this one's.
  const name = `Two Minds ${Date.now().toString(36)}`;
  stage = await openFestival(name, [{ name: 'Weekend', price: 4950, capacity: 100 }]);
  const { identity } = stage.organiser;
  const { email } = demo('programmer');
  await identity.invite({ params: params(), body: { email, role: 'STAFF' } });
  const mail = await mailTo(email, ({ text }) => text.includes(name));
  const token =
    new URL(linkIn(mail)).searchParams.get('token') ?? new URL(linkIn(mail)).pathname.split('/').at(-1) ?? '';
  await (await signedIn('programmer')).identity.acceptInvitation({ body: { token } });
});
beforeEach(async () => {
  [page, other] = await Promise.all([visitor(browser(), desk), visitor(browser(), desk)]);
  for (const one of [page, other]) await signInBrowser(one.context(), 'office', 'harbour');
  return () => Promise.all([page, other].map((one) => one.context().close()));
});

const open = (path: string) =>
  Promise.all(
    [page, other].map(async (one) => {
      await one.goto(`${house.office}/f/${stage.festival.slug}${path}`);
      await one.getByText(say('office.live.live'), { exact: true }).first().waitFor();
    }),
  );
const dialogOf = (one: Page) => one.getByRole('dialog');
const button = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true });
const clash = () => page.getByRole('alert', { name: say('office.record.clash') });
/** Both values stand there; one is chosen for all fields. */
async function settle(choice: 'mine' | 'theirs'): Promise<void> {
  await clash().waitFor({ timeout: patience });
  await expectAccessible(page);
  for (const one of await clash()
    .getByLabel(say(`office.record.${choice}`))
    .all())
    await one.check();
  await button(clash(), say('office.record.settle')).click();
  await clash().waitFor({ state: 'detached' });
}
const member = async () => {
  const { email } = demo('programmer');
  const { items } = await stage.organiser.identity.listMembers({ params: params() });
  const theirs = items.filter((one) => one.email === email);
  return { name: theirs[0]?.name ?? '', until: theirs[0]?.until, roles: theirs.map(({ role }) => role) };
};

it('roles: both are shown, and the one who was second decides', async () => {
  const { name } = await member();
  await open('/team');
  for (const one of [page, other]) {
    await button(one.locator('main'), say('office.member.changeOf', { name })).click();
    await dialogOf(one).waitFor();
  }
  const role = (one: Page, which: 'FINANCE' | 'SECURITY') =>
    dialogOf(one).getByRole('checkbox', { name: say(`office.role.${which}`), exact: true });
  await role(page, 'FINANCE').check();
  await role(other, 'SECURITY').check();
  await button(dialogOf(other), say('office.member.save')).click();
  await dialogOf(other).waitFor({ state: 'detached' });

  await clash().waitFor();
  await expect.poll(() => button(dialogOf(page), say('office.member.save')).isDisabled()).toBe(true);
  await settle('mine');
  await expect.poll(() => role(page, 'FINANCE').isChecked()).toBe(true);
  await expect.poll(() => role(page, 'SECURITY').isChecked()).toBe(false);
  await button(dialogOf(page), say('office.member.save')).click();
  await dialogOf(page).waitFor({ state: 'detached' });
  expect((await member()).roles.toSorted()).toEqual(['FINANCE', 'STAFF']);
});

it('until when somebody is of the team: theirs can be taken', async () => {
  const { name } = await member();
  await open('/team');
  for (const one of [page, other]) {
    await button(one.locator('main'), say('office.period.changeOf', { name })).click();
    await dialogOf(one).waitFor();
  }
  const until = (one: Page) => dialogOf(one).locator('input[type=datetime-local]');
  await until(page).fill('2040-07-20T12:00');
  await until(other).fill('2040-08-01T09:00');
  await button(dialogOf(other), say('office.member.save')).click();
  await dialogOf(other).waitFor({ state: 'detached' });
  await settle('theirs');
  await expect.poll(() => until(page).inputValue()).toBe('2040-08-01T09:00');
  await until(page).fill('2040-08-02T09:00');
  await button(dialogOf(page), say('office.member.save')).click();
  await dialogOf(page).waitFor({ state: 'detached' });
  expect((await member()).until).toBe('2040-08-02T07:00:00.000Z');
});

it('an artist’s fee', async () => {
  const artist = await stage.organiser.programme.createArtist({
    params: params(),
    body: { name: 'Corvid', billing: 1 },
  });
  const fee = async () =>
    (await stage.organiser.programme.listFees({ params: params() })).find(({ artistId }) => artistId === artist.id);
  await open('/programme?view=artists');
  for (const one of [page, other]) {
    await one
      .getByRole('button', {
        name: say('office.timetable.feeOf', { name: 'Corvid', fee: say('office.timetable.noFee') }),
      })
      .click();
    await dialogOf(one).waitFor();
  }
  const amount = (one: Page) => dialogOf(one).getByRole('textbox', { name: say('office.timetable.fee') });
  await amount(page).fill('1200');
  await amount(other).fill('900');
  await button(dialogOf(other), say('office.record.save')).click();
  await dialogOf(other).waitFor({ state: 'detached' });
  await clash().waitFor();
  await clash().getByText('€900').waitFor();
  await settle('mine');
  await button(dialogOf(page), say('office.record.save')).click();
  await dialogOf(page).waitFor({ state: 'detached' });
  expect((await fee())?.amount).toBe(120_000);
});

it('the festival’s days', async () => {
  await open('/settings/dates');
  const ends = (one: Page) => one.getByLabel(say('office.festivalForm.endsOn'));
  const save = (one: Page) => button(one, say('office.settings.save'));
  await ends(page).fill('2040-07-16');
  await ends(other).fill('2040-07-17');
  await save(other).click();
  await other.getByText(say('office.settings.saved')).first().waitFor();
  await settle('theirs');
  await expect.poll(() => ends(page).inputValue()).toBe('2040-07-17');
  // What stands there is what is saved: nothing is left to save.
  await ends(page).fill('2040-07-18');
  await save(page).click();
  await page.getByText(say('office.settings.saved')).first().waitFor();
  expect((await stage.organiser.festival.getFestival({ params: params() })).endsOn).toBe('2040-07-18');
});

it('prices: what each does to another fee goes together, what both do to one is asked', async () => {
  const rules = async () => (await stage.organiser.ticketing.getPriceRules({ params: params() })).rules;
  await open('/prices');
  const add = async (one: Page, name: string) => {
    await button(one, say('office.prices.fees.add')).click();
    await one.locator('[data-rule] input:focus').waitFor();
    await one.keyboard.type(name);
  };
  const save = (one: Page) => button(one, say('office.settings.save'));
  await add(page, 'Service');
  await add(other, 'Green energy');
  await save(other).click();
  await other.getByText(say('office.settings.saved')).first().waitFor();
  await page.getByRole('group', { name: 'Green energy' }).waitFor();
  await save(page).click();
  await page.getByText(say('office.settings.saved')).first().waitFor();
  expect((await rules()).fees.map(({ name }) => name.en).toSorted()).toEqual(['Green energy', 'Service']);

  // A name that is missing is said where it is missing, and a draft outlives the page.
  await button(page, say('office.prices.fees.add')).click();
  await save(page).click();
  await page.getByText(say('office.validation.no_name')).waitFor();
  await expectAccessible(page);
  await page.reload();
  await button(page, say('office.record.continue')).click();
  await page.getByRole('group', { name: say('office.prices.fees.unnamed') }).waitFor();
  await button(page, say('office.settings.discard')).click();

  const amount = (one: Page) =>
    one.getByRole('group', { name: 'Service' }).getByRole('textbox', { name: say('office.prices.fees.amount') });
  await amount(other).waitFor();
  await amount(page).fill('2.50');
  await amount(other).fill('3.00');
  await save(other).click();
  await settle('mine');
  await save(page).click();
  await expect
    .poll(async () => (await rules()).fees.find(({ name }) => name.en === 'Service')?.amount, { timeout: patience })
    .toBe(250);
});

it('a promo code', async () => {
  const body = { code: 'EARLYBIRD', effect: 'PERCENT' as const, value: 1000 };
  const { id } = await stage.organiser.ticketing.createPromoCode({ params: params(), body });
  const code = () => stage.organiser.ticketing.getPromoCode({ params: { ...params(), codeId: id } });
  await open(`/codes?edit=${id}`);
  const value = (one: Page) => dialogOf(one).getByRole('textbox', { name: say('office.codes.value') });
  const note = (one: Page) => dialogOf(one).getByRole('textbox', { name: say('office.codes.note') });
  await value(page).fill('15');
  await value(other).fill('20');
  await note(other).fill('for the choir');
  await button(dialogOf(other), say('office.record.save')).click();
  await dialogOf(other).waitFor({ state: 'detached' });
  await settle('mine');
  await expect.poll(() => note(page).inputValue()).toBe('for the choir');
  await button(dialogOf(page), say('office.record.save')).click();
  await dialogOf(page).waitFor({ state: 'detached' });
  expect(await code()).toMatchObject({ value: 1500, note: 'for the choir' });
});

it('what somebody else took away stays open for whoever writes in it, and says that it is gone', async () => {
  const { access } = stage.organiser;
  const gate = await access.createGate({ params: params(), body: { name: 'Willow gate' } });
  await open(`/gates?gate=${gate.id}`);
  const name = dialogOf(page).getByRole('textbox', { name: say('office.gates.name') });
  await name.fill('Willow arch');
  await button(dialogOf(other), say('office.record.remove')).click();
  await button(dialogOf(other), say('office.record.removeSure')).click();
  await dialogOf(other).waitFor({ state: 'detached' });
  await page.locator('main').getByText('Willow gate').waitFor({ state: 'detached' });
  expect(await name.inputValue()).toBe('Willow arch');
  await button(dialogOf(page), say('office.record.save')).click();
  await dialogOf(page).getByRole('alert').waitFor();
  await expectAccessible(page);
});
