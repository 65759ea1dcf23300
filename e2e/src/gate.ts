/** The steps of a steward at a gate, each as one call. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { patience } from './browser.ts';
import { house } from './house.ts';
import { say } from './words.ts';

/** Enrols the app on this page with the code that the office made. */
export async function enrolGate(gate: Page, code: string): Promise<void> {
  await gate.goto(`${house.app}/enrol`);
  await gate.getByTestId('enrolment-code').fill(code);
  await gate.getByTestId('enrol-send').click();
  await gate.getByTestId('scan-code').waitFor();
}

/** Waits until the gate has heard what the others did, and keeps the app itself for when the network goes. */
export async function readyForTheField(gate: Page): Promise<void> {
  await expect
    .poll(() => gate.getByTestId('gate-status').innerText(), { timeout: patience })
    .not.toContain(say('mobile.scanner.neverSynced'));
  await keptOffline(gate);
}

/** Waits until the app can be opened without network. */
export const keptOffline = (page: Page): Promise<void> =>
  page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

/** Types a code as a wedge scanner does and waits for the verdict that fills the screen. */
export async function scan(gate: Page, code: string, verdict: string | RegExp): Promise<void> {
  const field = gate.getByTestId('scan-code');
  await field.fill(code);
  await field.press('Enter');
  await gate.getByTestId(verdict).waitFor();
  await gate.getByTestId('verdict-next').click();
}

/** Waits until the server has every scan of this gate. */
export async function everythingHandedOver(gate: Page): Promise<void> {
  await expect
    .poll(() => gate.getByTestId('waiting').innerText(), { timeout: patience })
    .toBe(say('mobile.scanner.waiting', { count: 0 }));
}
