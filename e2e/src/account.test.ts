/** The visitor's account, and signing in through a provider that is real but for its people. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startProvider, type StartedProvider } from '../../apps/api/src/testing/start-provider.ts';
import { desk, oneAfterTheOther, oneBrowser, phone, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, expectNoSidewaysScroll } from './inspect.ts';
import { linkIn, mailTo } from './mailbox.ts';
import { demo } from './stage.ts';
import { say, wordsIn } from './words.ts';

const browser = oneBrowser();
const run = Date.now().toString(36);
const ada = `ada-${run}@example.org`;
const password = 'sept chats dans le foin';
const provided = say('site.way.with', { provider: 'ACME' });
let acme: StartedProvider;

beforeAll(async () => {
  acme = await startProvider([`${house.site}/account/with/acme`, `${house.office}/sign-in/with/acme`], house.provider);
  acme.people.set(`ada-${run}`, { email: ada, email_verified: true, name: 'Ada' });
  acme.people.set(`vera-${run}`, { email: demo('visitor').email, email_verified: true, name: 'Vera' });
  acme.people.set(`mallory-${run}`, { email: demo('organiser').email, email_verified: false, name: 'Mallory' });
});
afterAll(() => acme.stop());

/** From a log-in page to the provider, and back as one of its people. */
async function throughAcme(page: Page, at: string, who: string): Promise<void> {
  await page.goto(at);
  await page.getByRole('button', { name: provided }).click();
  await page.getByRole('link', { name: who }).click();
}
const room = (page: Page, path: string, language = 'en') => page.goto(`${house.site}/${language}/account${path}`);

describe('with a provider', () => {
  let page: Page;
  beforeEach(async () => {
    page = await visitor(browser(), phone);
    return () => page.context().close();
  });

  it('somebody new is in, on the site and in the office, and no parameter stays in the address', async () => {
    await throughAcme(page, `${house.site}/en/account/login`, 'Ada');
    await page.waitForURL(`${house.site}/en/account`);
    await page.getByText(say('site.account.signed_in_as', { name: 'Ada', email: ada })).waitFor();
    await page.goBack().catch(() => null);
    expect(page.url()).not.toContain('code=');
    await page.context().clearCookies({ domain: '127.0.0.1' });
    await throughAcme(page, `${house.office}/sign-in`, 'Ada');
    await page.waitForURL(`${house.office}/`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  it('whoever has an account confirms it once, and is in at once from then on', async () => {
    await throughAcme(page, `${house.site}/en/account/login`, 'Vera');
    await page.getByLabel(say('site.account.password')).fill(demo('visitor').password);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: say('site.way.confirm_password') }).click();
    await page.waitForURL(`${house.site}/en/account`);
    const again = await visitor(browser(), desk);
    await throughAcme(again, `${house.site}/en/account/login`, 'Vera');
    await again.getByText(demo('visitor').email).waitFor();
    await again.context().close();
  });

  it('an address that it does not vouch for opens nobody’s account, and says how to go on', async () => {
    await throughAcme(page, `${house.site}/de/account/login`.replace('/de/', '/en/'), 'Mallory');
    await page.getByText(say('errors.identity.provider_email_unverified')).waitFor();
    await page.getByRole('link', { name: say('site.account.to_register') }).waitFor();
    await expectAccessible(page);
    await room(page, '');
    await page.getByRole('link', { name: say('site.account.login'), exact: true }).waitFor();
  });

  it('whoever goes back is told what to do, in their language', async () => {
    const german = wordsIn('de');
    await page.goto(`${house.site}/de/account/login`);
    await page.getByRole('button', { name: german('site.way.with', { provider: 'ACME' }) }).click();
    await page.getByRole('link', { name: 'Go back' }).click();
    // The provider's way back names no language: the browser's decides.
    await page.getByText(say('errors.identity.provider_cancelled')).waitFor();
    await page.getByRole('link', { name: say('site.account.to_login') }).click();
    await page.waitForURL('**/account/login');
  });
});

describe('the rooms of the account', () => {
  oneAfterTheOther();
  let page: Page;
  beforeAll(async () => {
    page = await visitor(browser(), desk);
    await throughAcme(page, `${house.site}/en/account/login?next=/en/account/sign-in`, 'Ada');
    await page.waitForURL(`${house.site}/en/account/sign-in`);
    return () => page.context().close();
  });

  it('keep the last way in, until there is a password', async () => {
    const unlink = page.getByRole('button', { name: new RegExp(say('site.rooms.unlink')) });
    await unlink.click();
    await page.getByText(say('errors.identity.last_way_in')).waitFor();
    await page.getByLabel(say('site.account.new_password')).fill(password);
    await page.getByRole('button', { name: say('site.rooms.change_password') }).click();
    await page.getByText(say('site.rooms.password_changed')).waitFor();
    await unlink.click();
    await unlink.waitFor({ state: 'detached' });
    await page.getByLabel(say('site.rooms.current')).last().fill(password);
    await page.getByRole('button', { name: say('site.rooms.link', { provider: 'ACME' }) }).click();
    // The provider may know who is there, and lead back at once.
    const asAda = page.getByRole('link', { name: 'Ada' });
    await asAda.or(unlink).first().waitFor();
    if (!(await unlink.isVisible())) await asAda.click();
    await page.waitForURL(`${house.site}/en/account/sign-in`);
    await unlink.waitFor();
  });

  it('take a profile, and an address that both mailboxes confirm', async () => {
    await room(page, '/profile');
    await page.getByLabel(say('site.account.name')).fill('Ada Łovelace');
    await page.getByRole('button', { name: say('site.rooms.save') }).click();
    await page.getByText(say('site.rooms.saved')).waitFor();
    const next = `new-${ada}`;
    await page.getByLabel(say('site.rooms.new_email')).fill(next);
    await page.getByLabel(say('site.rooms.current')).fill('a guess of mine');
    await page.getByRole('button', { name: say('site.rooms.change_email') }).click();
    await page.getByText(say('errors.identity.wrong_password')).waitFor();
    await page.getByLabel(say('site.rooms.current')).fill(password);
    await page.getByRole('button', { name: say('site.rooms.change_email') }).click();
    await page.getByText(say('site.rooms.change_waits', { email: next, state: 'none' })).waitFor();
    for (const mailbox of [ada, next]) {
      const mail = await mailTo(mailbox, ({ text }) => text.includes('/account/email#token='));
      await page.goto('about:blank');
      await page.goto(linkIn(mail));
      await page.getByRole('button', { name: say('site.rooms.confirm_email') }).click();
      await page.getByRole('status').getByText(next).waitFor();
    }
    await page.getByText(say('site.rooms.email_moved', { email: next })).waitFor();
  });

  it('hand a copy out', async () => {
    await room(page, '/data');
    await page.getByRole('button', { name: say('site.rooms.export_ask') }).click();
    // A small copy may be made before the page asks how it stands.
    const save = page.getByRole('button', { name: say('site.rooms.export_save') });
    await page.getByText(say('site.rooms.export_making')).or(save).first().waitFor();
    await mailTo(`new-${ada}`, ({ text }) => text.endsWith('/account/data') || text.includes('/account/data\n'));
    await room(page, '/data');
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
    expect(download.suggestedFilename()).toBe('my-data.json');
  });

  it('let go, and take back', async () => {
    await page.getByLabel(say('site.rooms.current')).fill(password);
    await page.getByRole('button', { name: say('site.rooms.delete_title') }).click();
    await page.getByRole('button', { name: say('site.rooms.keep') }).click();
    await page.getByRole('button', { name: say('site.rooms.delete_title') }).waitFor();
  });
});
