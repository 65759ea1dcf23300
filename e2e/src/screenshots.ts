/** Takes a picture of every screen into the folder that is named on the command line. */
import { mkdirSync } from 'node:fs';
import { chromium, type BrowserContextOptions, type Page } from 'playwright-core';
import { launchOptions } from './browser-options.ts';
import { house } from './house.ts';
import { demoFestivals, festivalPages, framingScreens, officeDoors, officeScreens, platformPages } from './screens.ts';
import { signInBrowser } from './stage.ts';

const folder = process.argv[2] ?? '.';
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const sitePages = [...platformPages, ...demoFestivals.flatMap((one) => festivalPages.map((page) => one + page))];
const schemes = ['light', 'dark'] as const;

const browser = await chromium.launch(launchOptions);
for (const [size, viewport] of Object.entries(sizes)) {
  for (const colorScheme of schemes) {
    const look = { viewport, colorScheme, locale: 'en-GB', reducedMotion: 'reduce' } as const;
    const at = (face: string) => `${folder}/${face}-${size}-${colorScheme}`;
    await takeAll(look, at('site'), house.site, sitePages, '/en');
    await takeAll(look, at('office-door'), house.office, officeDoors);
    await takeAll(look, at('office'), house.office, [...officeScreens, ...framingScreens], '', 'organiser');
  }
}
await browser.close();
console.log(`The pictures are in ${folder}`);

async function takeAll(
  look: BrowserContextOptions,
  into: string,
  origin: string,
  paths: readonly string[],
  before = '',
  who?: 'organiser',
): Promise<void> {
  const context = await browser.newContext(look);
  if (who) await signInBrowser(context, 'office', who);
  const page = await context.newPage();
  for (const path of paths) await take(page, origin + before + path, `${into}/${nameOf(path)}.png`);
  await context.close();
}

async function take(page: Page, address: string, file: string): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.getByRole('heading').first().waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // Somebody is there, for whom some pages wait; a map says while it is drawn. What never settles is worth a picture too.
  await page.mouse.move(1, 1);
  const settled = () => document.querySelector('[aria-busy="true"], script[type="text/later"]') === null;
  await page.waitForFunction(settled, undefined, { timeout: 10_000 }).catch(() => undefined);
  mkdirSync(file.slice(0, file.lastIndexOf('/')), { recursive: true });
  await page.screenshot({ path: file });
}

function nameOf(path: string): string {
  return path.replaceAll(/\W+/g, '-').replaceAll(/^-|-$/g, '') || 'home';
}
