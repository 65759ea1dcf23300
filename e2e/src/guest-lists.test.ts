/** Who comes without buying: a list, an invitation that is accepted without script, one that is declined, and what the team sees of them. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { desk, oneBrowser, phone, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible } from './inspect.ts';
import { linkIn, mailTo } from './mailbox.ts';
import { openFestival, signInBrowser, type Stage } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
let stage: Stage;
let office: Page;

beforeAll(async () => {
  stage = await openFestival('Guest Lists', [{ name: 'Weekend', price: 9900, capacity: 20 }]);
  office = await visitor(browser(), desk);
  await signInBrowser(office.context(), 'office', 'harbour');
});
afterAll(() => office.context().close());

const button = (name: string) => office.getByRole('button', { name, exact: true });
/** Ticks guests and does something with them. */
const place = async (what: 'invite' | 'confirm' | 'remove', ...names: string[]) => {
  for (const name of names) await office.getByRole('checkbox', { name: say('office.guests.choose', { name }) }).check();
  await button(say(`office.guests.${what}`)).click();
  await office
    .getByRole('dialog')
    .getByRole('button', { name: say(`office.guests.${what}`), exact: true })
    .click();
  await office.getByRole('dialog').waitFor({ state: 'detached' });
};
const row = (name: string) => office.getByRole('row').filter({ hasText: name });
/** The invitation in somebody's mail, on a telephone without script. */
const invitationOf = async (email: string): Promise<Page> => {
  const guest = await visitor(browser(), { ...phone, javaScriptEnabled: false });
  await guest.goto(linkIn(await mailTo(email, ({ text }) => text.includes('/invitation/'))));
  return guest;
};
/** What examines a page is a script itself: it looks at it as others see it. */
const expectAccessibleWithScript = async (address: string) => {
  const page = await visitor(browser(), phone);
  await page.goto(address);
  await expectAccessible(page);
  await page.context().close();
};

it('the organiser opens a list and fills it by lines', async () => {
  await office.goto(`${house.office}/f/${stage.festival.slug}/guests`);
  await office.getByText(say('office.guests.empty')).waitFor();
  await expectAccessible(office);
  await button(say('office.guests.create')).first().click();
  await office.getByRole('textbox', { name: say('office.guests.name') }).fill('Crew of the meadow');
  await office.getByRole('combobox', { name: say('office.guests.type') }).selectOption({ label: 'Weekend' });
  await office.getByRole('spinbutton', { name: say('office.guests.places') }).fill('6');
  await expectAccessible(office);
  await office
    .getByRole('dialog')
    .getByRole('button', { name: say('office.tickets.save') })
    .click();
  await office.getByRole('link', { name: 'Crew of the meadow' }).click();
  await office.getByText(say('office.guests.emptyList')).waitFor();
  await button(say('office.guests.paste')).click();
  await office
    .getByRole('textbox', { name: say('office.guests.pasteLabel') })
    .fill('Ada Lovelace, ada@guests.example, +1\nGrace Hopper, grace@guests.example\nEdsger, +1');
  await button(say('office.guests.look')).click();
  await expectAccessible(office);
  await button(say('office.guests.take', { count: 3 })).click();
  await row('Edsger').waitFor();
  await expectAccessible(office);
});

it('invites two, who hold their places, and gives a third the tickets at once', async () => {
  await place('invite', 'Ada Lovelace', 'Grace Hopper');
  await row('Ada Lovelace').getByText(say('office.guests.state.INVITED')).waitFor();
  await place('confirm', 'Edsger');
  await row('Edsger').getByText(say('office.guests.state.CONFIRMED')).waitFor();
  await office
    .getByText(say('office.guests.given', { given: 5, places: 6 }))
    .first()
    .waitFor();
});

it('a guest accepts without script, with the names of who comes, and has tickets', async () => {
  const guest = await invitationOf('ada@guests.example');
  await guest.getByRole('heading', { level: 1, name: say('site.invitation.title') }).waitFor();
  await expectAccessibleWithScript(guest.url());
  await guest.getByLabel(say('site.invitation.companion', { number: 1 })).fill('Charles Babbage');
  await guest.getByRole('button', { name: say('site.invitation.accept') }).click();
  await guest.getByRole('heading', { level: 1, name: say('site.invitation.accepted_title') }).waitFor();
  await expectAccessibleWithScript(guest.url());
  const pdf = await guest.getByRole('link', { name: say('site.invitation.pdf') }).getAttribute('href');
  const answer = await guest.request.get(new URL(pdf ?? '', house.site).href);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  await guest.context().close();
});

it('another declines, and the place is free', async () => {
  const guest = await invitationOf('grace@guests.example');
  await guest.getByRole('button', { name: say('site.invitation.decline') }).click();
  await guest.getByRole('heading', { level: 1, name: say('site.invitation.declined_title') }).waitFor();
  await guest.context().close();
  await office.reload();
  await row('Grace Hopper').getByText(say('office.guests.state.DECLINED')).waitFor();
  await row('Ada Lovelace').getByText(say('office.guests.state.CONFIRMED')).waitFor();
  await office
    .getByText(say('office.guests.given', { given: 4, places: 6 }))
    .first()
    .waitFor();
});

it('whoever is taken off has no ticket any more', async () => {
  await place('remove', 'Edsger');
  await row('Edsger').getByText(say('office.guests.state.REVOKED')).waitFor();
  await office
    .getByText(say('office.guests.given', { given: 2, places: 6 }))
    .first()
    .waitFor();
});

it('the team finds everyone who comes, by whatever name', async () => {
  await office.goto(`${house.office}/f/${stage.festival.slug}/attendees`);
  await office.getByRole('searchbox', { name: say('office.attendees.search') }).fill('babbage');
  await office.getByRole('link', { name: 'Charles Babbage' }).waitFor();
  await expectAccessible(office);
  await office.getByRole('link', { name: 'Charles Babbage' }).click();
  await office.getByText('ada@guests.example').first().waitFor();
});

it('the desk sells for cash, and the order says so', async () => {
  await office.goto(`${house.office}/f/${stage.festival.slug}/desk`);
  await office.getByRole('spinbutton', { name: say('office.desk.howMany', { name: 'Weekend' }) }).fill('2');
  await expectAccessible(office);
  await button(say('office.desk.sell', { amount: '€198.00' })).click();
  await office.getByText(say('office.desk.sold', { count: 2 })).waitFor();
  await expectAccessible(office);
  const pdf = await office.getByRole('link', { name: say('office.desk.print') }).getAttribute('href');
  const answer = await office.request.get(new URL(pdf ?? '', house.office).href);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  await office.goto(`${house.office}/f/${stage.festival.slug}/orders?kind=DESK`);
  await office.getByRole('link', { name: say('office.desk.nameless') }).waitFor();
});
