/** The app in a field without network: what it keeps, and what happens when the network comes back. */
import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { desk, launchOptions, oneBrowser, patience, phone, visitor } from './browser.ts';
import { enrolGate, everythingHandedOver, keptOffline, readyForTheField, scan } from './gate.ts';
import { house } from './house.ts';
import { buyTickets, demo, openFestival, signInBrowser, type Stage } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
let stage: Stage;
let codes: string[];

beforeAll(async () => {
  stage = await openFestival('Dead Zone', [{ name: 'Weekend', price: 4950, capacity: 10 }]);
  const { festival, types } = stage;
  const [weekend] = types;
  if (!weekend) throw new Error('Nothing is on sale.');
  const { tickets } = await buyTickets(festival.id, weekend.id, 3, {
    name: 'Camille Rousselle',
    email: demo('visitor').email,
  });
  codes = tickets.map(({ code }) => code);
});

it('shows a ticket after the browser was closed and opened again without network', async () => {
  const device = aDevice();
  let app = await device.start();
  await app.goto(`${house.app}/sign-in`);
  await app.getByTestId('email').fill(demo('visitor').email);
  await app.getByTestId('password').fill(demo('visitor').password);
  await app.getByTestId('sign-in-send').click();
  const ticket = app.locator('[data-testid^="ticket-"]').filter({ hasText: stage.festival.name });
  await ticket.first().waitFor();
  await keptOffline(app);

  await device.close();
  app = await device.start({ offline: true });
  await app.goto(`${house.app}/tickets`);
  await app.locator('[data-testid^="ticket-"]').filter({ hasText: stage.festival.name }).first().click();
  await app.getByTestId('ticket-qr').waitFor();
  expect(codes).toContain((await app.getByTestId('ticket-code').innerText()).replaceAll(/\s/g, ''));
});

it('refuses what it admitted before it was killed', async () => {
  const [, code = ''] = codes;
  const device = aDevice();
  let gate = await device.start();
  await enrolGate(gate, await enrolmentCode('Killed gate'));
  await readyForTheField(gate);
  await gate.context().setOffline(true);
  await gate.getByTestId('scan-code').fill(code);
  await gate.getByTestId('scan-code').press('Enter');
  await gate.getByTestId('verdict-admitted').waitFor();

  await device.kill();
  gate = await device.start({ offline: true });
  await gate.goto(`${house.app}/scanner`);
  await scan(gate, code, 'verdict-already');
});

it('lets two gates without network admit the same ticket, and shows the office the conflict', async () => {
  const [, , code = ''] = codes;
  for (const name of ['East gate', 'West gate']) {
    const gate = await visitor(browser(), phone);
    onTestFinished(() => gate.context().close());
    await enrolGate(gate, await enrolmentCode(name));
    await readyForTheField(gate);
    await gate.context().setOffline(true);
    await scan(gate, code, 'verdict-admitted');
  }
  const gates = browser()
    .contexts()
    .flatMap((context) => context.pages());
  for (const gate of gates) await gate.context().setOffline(false);
  for (const gate of gates) await everythingHandedOver(gate);

  const office = await visitor(browser(), desk);
  onTestFinished(() => office.context().close());
  await signInBrowser(office.context(), 'office', 'harbour');
  await office.goto(`${house.office}/f/${stage.festival.slug}/gates?only=conflicts`);
  await office.getByText(say('office.gates.conflictNotice', { count: 1 })).waitFor();
  for (const name of ['East gate', 'West gate']) await office.getByRole('cell', { name }).first().waitFor();
  await office.getByText(say('office.gates.again'), { exact: true }).first().waitFor();
});

async function enrolmentCode(name: string): Promise<string> {
  const { code } = await stage.organiser.devices.offerEnrolment({
    params: { festivalId: stage.festival.id },
    body: { name, rights: ['scan'] },
  });
  return code;
}

/** A phone whose storage outlives its browser. */
function aDevice() {
  const folder = mkdtempSync(join(tmpdir(), 'festivals-device-'));
  let context: BrowserContext | undefined;
  const close = async () => context?.close();
  onTestFinished(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    start: async (options: BrowserContextOptions = {}): Promise<Page> => {
      context = await chromium.launchPersistentContext(folder, { ...launchOptions, ...phone, ...options });
      context.setDefaultTimeout(patience);
      return context.pages()[0] ?? context.newPage();
    },
    close,
    /** Ends the browser's process at once, as a dead battery would. */
    kill: async () => {
      const closed = context?.waitForEvent('close');
      // Chromium names its process in the lock of its profile: host-pid.
      process.kill(Number(readlinkSync(join(folder, 'SingletonLock')).split('-').at(-1)), 'SIGKILL');
      await closed;
    },
  };
}
