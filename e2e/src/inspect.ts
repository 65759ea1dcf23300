import { AxeBuilder } from '@axe-core/playwright';
import type { Page, Request } from 'playwright-core';
import { expect } from 'vitest';
import { patience } from './browser.ts';

/** Fails on anything that axe finds serious or critical on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  await layOutWhole(page);
  // Legacy mode looks into no frame of another origin, of which we have none, and so needs no second page.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .setLegacyMode()
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ).toEqual([]);
}

/** What is laid out once somebody comes near is examined as they find it then: before, its parts lie over what follows. */
const layOutWhole = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const whole = new CSSStyleSheet();
    whole.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(whole);
  });

/** Fails when the page, drawn with its own fonts, is wider than its window: nothing may scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** Fails unless the keyboard is on something that shows it: an outline or a ring that is not there without the focus. */
export async function expectFocusShown(page: Page): Promise<void> {
  const shown = await page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return 'nothing has the focus';
    const look = () => {
      const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor } = getComputedStyle(focused);
      return [outlineStyle === 'none' ? '' : outlineWidth, boxShadow, borderColor, backgroundColor].join('|');
    };
    const withFocus = look();
    focused.blur();
    const without = look();
    focused.focus({ preventScroll: true });
    return withFocus === without ? `the focus does not show on ${focused.outerHTML.slice(0, 200)}` : 'shown';
  });
  expect(shown).toBe('shown');
}

/** What a page complains of, and whom it calls besides its own origin. */
export interface Hearing {
  complaints: string[];
  /** Waits until the page has the answers to everything it asked. */
  settled(): Promise<void>;
}

/** Listens to a page of the face at `home` from now on. */
export function listenTo(page: Page, home: string): Hearing {
  const asked = new Set<Request>();
  const hearing: Hearing = {
    complaints: [],
    settled: async () => {
      await expect.poll(() => asked.size, { interval: 20, timeout: patience }).toBe(0);
    },
  };
  page.on('console', (message) => {
    if (message.type() === 'error') hearing.complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => hearing.complaints.push(String(error)));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (!protocol.startsWith('http')) return;
    if (origin !== home) hearing.complaints.push(`calls ${request.url()}`);
    asked.add(request);
  });
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
  return hearing;
}
