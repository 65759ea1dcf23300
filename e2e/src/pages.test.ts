/** Every kind of page of the office and the app, narrow and wide, by day in English and by night in German. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { oneBrowser, visitor } from './browser.ts';
import { enrolGate } from './gate.ts';
import { house } from './house.ts';
import { expectAccessible, expectNoSidewaysScroll, listenTo, type Hearing } from './inspect.ts';
import { officeDoors, officeScreens } from './screens.ts';
import { buyTickets, demo, signedIn, signInBrowser } from './stage.ts';
import { wordsIn } from './words.ts';

const browser = oneBrowser();
/** A paid order at the demo festival, and a code that enrols a device there. */
let order: Awaited<ReturnType<typeof buyTickets>>;
const enrolment: Record<string, string> = {};

beforeAll(async () => {
  const organiser = await signedIn('organiser');
  const { id: festivalId } = await organiser.festival.getFestivalBySlug({ params: { slug: 'solbrume' } });
  const offers = await organiser.ticketing.listOffers({ params: { festivalId } });
  const offer = offers.find(({ availability }) => availability === 'AVAILABLE');
  if (!offer) throw new Error('The demo festival sells nothing.');
  order = await buyTickets(festivalId, offer.id, 2, { name: 'Camille Rousselle', email: demo('visitor').email });
  for (const language of ['en', 'de']) {
    const body = { name: `Page gate ${language}`, rights: ['scan' as const] };
    enrolment[language] = (await organiser.devices.offerEnrolment({ params: { festivalId }, body })).code;
  }
});

const widths = [360, 1440] as const;

describe.each([
  { theme: 'light', language: 'en', locale: 'en-GB' },
  { theme: 'dark', language: 'de', locale: 'de-DE' },
] as const)('in $theme and $language', ({ theme, language, locale }) => {
  const say = wordsIn(language);
  const look = { colorScheme: theme, locale, reducedMotion: 'reduce', viewport: { width: 360, height: 800 } } as const;

  /** Looks at a page as it is, in every width, and at what it complained of on the way. */
  const inspect = async (page: Page, heard: Hearing) => {
    await page.getByRole('heading').first().waitFor();
    await heard.settled();
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(language);
    expect(heard.complaints).toEqual([]);
  };

  describe('the office', () => {
    let page: Page;
    let heard: Hearing;
    beforeAll(async () => {
      page = await visitor(browser(), look);
      heard = listenTo(page, house.office);
      return () => page.context().close();
    });
    const open = async (path: string) => {
      heard.complaints.length = 0;
      await page.goto(house.office + path);
      await page.getByRole('heading').first().waitFor();
    };

    it.each(officeDoors)('%s', async (path) => {
      await open(path);
      // That nobody is signed in is a 401, and a browser says so.
      heard.complaints = heard.complaints.filter((complaint) => !complaint.includes('/api/auth/'));
      await inspect(page, heard);
    });

    describe('for its organiser', () => {
      beforeAll(() => signInBrowser(page.context(), 'office', 'organiser'));

      it.each(officeScreens)('%s', async (path) => {
        await open(path);
        await inspect(page, heard);
      });

      it('an order', async () => {
        await open(`/f/solbrume/orders/${order.id}`);
        await page.getByText(order.reference).first().waitFor();
        await inspect(page, heard);
      });

      it('the sheet of a ticket type', async () => {
        await open('/f/solbrume/tickets?edit=new');
        await page.getByRole('dialog').waitFor();
        await inspect(page, heard);
      });

      it('the dialogs of a device', async () => {
        await open('/f/solbrume/devices');
        await page
          .getByRole('button', { name: say('office.devices.enrol') })
          .first()
          .click();
        await page.getByRole('dialog').getByRole('textbox').fill('Page gate');
        await inspect(page, heard);
        await page.keyboard.press('Enter');
        await page.getByText(say('office.devices.codeOnce')).waitFor();
        await inspect(page, heard);
      });

      it('the menus', async () => {
        await open('/f/solbrume');
        await page.keyboard.press('Control+k');
        await page.getByRole('dialog').waitFor();
        await expectAccessible(page);
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: say('office.overview.changeStatus') }).click();
        await page.getByRole('menu').waitFor();
        await expectAccessible(page);
        await page.getByRole('menuitem', { name: say('office.overview.move.CANCELLED') }).click();
        await page.getByRole('dialog').waitFor();
        await expectAccessible(page);
        await page.keyboard.press('Escape');
        await page.setViewportSize({ width: 360, height: 800 });
        await page.getByRole('button', { name: say('office.shell.openNavigation') }).click();
        await page.getByRole('dialog').getByRole('link').first().waitFor();
        await inspect(page, heard);
      });
    });
  });

  describe('the app', () => {
    let page: Page;
    let heard: Hearing;
    beforeAll(async () => {
      page = await visitor(browser(), look);
      heard = listenTo(page, house.app);
      await page.addInitScript((chosen) => localStorage.setItem('look', chosen), theme);
      return () => page.context().close();
    });
    const open = async (path: string) => {
      heard.complaints.length = 0;
      await page.goto(house.app + path);
    };

    it.each(['/tickets', '/sign-in', '/enrol', '/settings', '/scanner', '/line-up', '/no-such-place'])(
      '%s',
      async (path) => {
        await open(path);
        await inspect(page, heard);
      },
    );

    it('the tickets of somebody who signed in', async () => {
      await open('/sign-in');
      await page.getByTestId('email').fill(demo('visitor').email);
      await page.getByTestId('password').fill(demo('visitor').password);
      await page.getByTestId('sign-in-send').click();
      await page.getByTestId(`ticket-${order.tickets[0]?.id}`).waitFor();
      await inspect(page, heard);
      await page.getByTestId(`ticket-${order.tickets[0]?.id}`).click();
      await page.getByTestId('ticket-qr').waitFor();
      await inspect(page, heard);
    });

    it('the gate of an enrolled device, and each of its verdicts', async () => {
      heard.complaints.length = 0;
      await enrolGate(page, enrolment[language] ?? '');
      await inspect(page, heard);
      for (const [code, verdict] of [
        [order.tickets[language === 'en' ? 0 : 1]?.code ?? '', 'verdict-admitted'],
        [order.tickets[language === 'en' ? 0 : 1]?.code ?? '', 'verdict-already'],
        ['not a ticket', 'verdict-unreadable'],
      ] as const) {
        await page.getByTestId('scan-code').fill(code);
        await page.getByTestId('scan-code').press('Enter');
        await page.getByTestId(verdict).waitFor();
        await expectAccessible(page);
        await page.getByTestId('verdict-next').click();
      }
      await open('/settings');
      await inspect(page, heard);
    });
  });
});
