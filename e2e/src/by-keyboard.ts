import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectFocusShown } from './inspect.ts';

const mostSteps = 90;

/** Somebody who has no mouse: comes to things by the Tab key, and sees where they are. */
export function byKeyboard(page: Page) {
  const hasFocus = (place: Locator) => place.evaluate((one) => one === document.activeElement);
  async function tabTo(place: Locator, back = false): Promise<void> {
    await place.waitFor();
    for (let step = 0; step < mostSteps && !(await hasFocus(place)); step += 1)
      await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    expect(await hasFocus(place), `the Tab key never comes to ${place}`).toBe(true);
    await expectFocusShown(page);
  }
  return {
    tabTo,
    press: async (place: Locator, back = false) => {
      await tabTo(place, back);
      await page.keyboard.press('Enter');
    },
    type: async (field: Locator, text: string) => {
      await tabTo(field);
      await page.keyboard.type(text);
    },
  };
}
