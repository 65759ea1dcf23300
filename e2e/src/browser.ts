import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchOptions } from './browser-options.ts';
import { house } from './house.ts';

export { desk, launchOptions, phone } from './browser-options.ts';

/** How long a page may take for one step, on a machine that has other things to do. */
export const patience = 45_000;

/** A fresh visitor with a page; nothing of another one's session is there. */
export async function visitor(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(patience);
  return context.newPage();
}

/** One Chromium for a file of tests. Where a test fails, a picture of every open page is kept for whoever looks into it. */
export function oneBrowser(): () => Browser {
  let browser: Browser | undefined;
  const running = () => {
    if (!browser) throw new Error('Chromium runs only while tests do.');
    return browser;
  };
  beforeAll(async () => {
    browser = await chromium.launch(launchOptions);
  });
  // Before a test's own cleaning up, which closes its pages.
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPictures(running(), task.name);
  });
  afterAll(() => browser?.close());
  return running;
}

/** For tests that build on each other: once one has failed, the following are skipped and do not wait for what cannot come. */
export function oneAfterTheOther(): void {
  let failed = false;
  beforeEach((test) => {
    test.skip(failed, 'a step before this one failed');
    test.onTestFailed(() => {
      failed = true;
    });
  });
}

async function keepPictures(browser: Browser, name: string): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [index, page] of pages.entries()) {
    await page
      .screenshot({ path: `${house.data}/e2e-failures/${name.replaceAll(/\W+/g, '-').slice(0, 60)}-${index}.png` })
      .catch(() => undefined);
  }
}
