/** A festival at an address of its own: named and proven in the office, read by browsers at its own host, on every process of the site. */
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, launchOptions, oneAfterTheOther, patience, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, expectNoSidewaysScroll } from './inspect.ts';
import { openNameServer, type NameServer } from './name-server.ts';
import { openSecondSite, type SecondSite } from './second-site.ts';
import { demo, openFestival, signInBrowser, type Stage } from './stage.ts';
import { seenWithin, until } from './within.ts';
import { say } from './words.ts';

const host = `www.own-${Date.now().toString(36)}.example`;
const { port } = new URL(house.site);
const own = `http://${host}:${port}`;

let browser: Browser;
let stage: Stage;
let names: NameServer;
let second: SecondSite;
beforeAll(async () => {
  names = await openNameServer(house.nameServerPort);
  second = await openSecondSite();
  stage = await openFestival('At Home', [{ name: 'Weekend', price: 4950, capacity: 10 }]);
  // Every name of this kind is this machine, as it would be behind a wildcard record.
  const args = [...(launchOptions.args ?? []), '--host-resolver-rules=MAP *.example 127.0.0.1'];
  browser = await chromium.launch({ ...launchOptions, args });
});
afterAll(async () => {
  await browser?.close();
  await second?.close();
  names?.close();
});
oneAfterTheOther();

/** What is sent to who asks at the domain, by one process of the site or another. */
const readAt = (path: string, at: number | string = port): Promise<{ status: number | undefined; html: string }> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: at, path, headers: { host: `${host}:${at}` } }, (answer) => {
      text(answer).then((html) => resolve({ status: answer.statusCode, html }), reject);
    })
      .on('error', reject)
      .end();
  });

describe('in the office', () => {
  it('a domain is named, looked for in vain, proven, and answered to', async () => {
    const page = await visitor(browser, desk);
    await signInBrowser(page.context(), 'office', 'harbour');
    await page.goto(`${house.office}/f/${stage.festival.slug}/settings/domain`);
    await page.getByLabel(say('office.domain.host')).fill(`https://${host.toUpperCase()}/en/tickets`);
    await page.getByRole('button', { name: say('office.domain.claim') }).click();
    const value = page.getByText(/^festivals-/);
    await value.waitFor();
    expect((await readAt('/en')).status).toBe(421);

    const look = page.getByRole('button', { name: say('office.domain.confirm') });
    await look.click();
    await page.getByText(say('errors.festival.domain_unproven')).waitFor();
    names.records.set(`_festivals.${host}`, (await value.textContent()) ?? '');
    await look.click();
    await page.getByText(say('office.domain.answers'), { exact: true }).waitFor();
    await expect.poll(async () => (await readAt('/en')).status, { interval: 20 }).toBe(200);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.context().close();
  });
});

describe('at its own domain', () => {
  it('the festival is read and walked through without its name in an address, in every language', async () => {
    const page = await visitor(browser, desk);
    const refused: string[] = [];
    page.on('console', (message) => message.text().includes('Content Security Policy') && refused.push(message.text()));
    await page.goto(`${own}/`);
    await page.waitForURL(`${own}/en`);
    await page.getByRole('heading', { level: 1, name: 'At Home' }).waitFor();
    const links = await page.locator('a[href^="/"]').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links.filter((link) => link?.includes(stage.festival.slug))).toEqual([]);
    await page.goto(`${own}/de/tickets`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(`http://${host}/de/tickets`);
    expect(await page.locator('link[hreflang=fr]').getAttribute('href')).toBe(`http://${host}/fr/tickets`);
    // The address with the name leads to the one without.
    await page.goto(`${own}/de/${stage.festival.slug}/practical`);
    expect(page.url()).toBe(`${own}/de/practical`);
    expect(refused).toEqual([]);
    await page.context().close();
  });

  it('machines are told of this host alone, and the platform tells of it no more', async () => {
    expect((await readAt('/robots.txt')).html).toContain(`Sitemap: http://${host}/sitemap.xml`);
    const map = (await readAt('/sitemap.xml')).html;
    expect(map).toContain(`<loc>http://${host}/en/practical</loc>`);
    expect(map).not.toContain(house.site);
    const told = async (path: string) => (await fetch(house.site + path)).text();
    await expect.poll(() => told('/sitemap.xml')).not.toContain(stage.festival.slug);
    await expect
      .poll(() => told(`/en/${stage.festival.slug}/practical`))
      .toContain(`<link rel="canonical" href="http://${host}/en/practical"/>`);
    const manifest = JSON.parse((await readAt(`/manifests/en-${stage.festival.slug}.webmanifest`)).html);
    expect(manifest.start_url).toBe('/en');
  });

  it('who signs in is signed in there, and nowhere else', async () => {
    const page = await visitor(browser, desk);
    await page.goto(`${own}/en/account/login`);
    await page.getByLabel(say('site.account.email')).fill(demo('visitor').email);
    await page.getByLabel(say('site.account.password')).fill(demo('visitor').password);
    await page.getByRole('button', { name: say('site.account.login') }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/login'), { timeout: patience });
    const isKnown = (origin: string) =>
      page.context().request.get(`${origin}/api/auth/me`, { headers: { 'x-face': 'site' } });
    expect(new URL(page.url()).host).toBe(`${host}:${port}`);
    const cookies = await page.context().cookies();
    expect(cookies.filter(({ httpOnly }) => httpOnly).map(({ domain }) => domain)).toContain(host);
    expect((await isKnown(house.site)).status()).toBe(401);
    await page.context().close();
  });

  it('a change is seen on every process of the site within two seconds', async () => {
    const processes = [port, second.port];
    for (const at of processes) await readAt('/en/news', at);
    await seenWithin(2, async () => {
      const title = `Rain expected ${Date.now()}`;
      await stage.organiser.festival.createNews({
        params: { festivalId: stage.festival.id },
        body: { title: { en: title }, publishedAt: new Date(Date.now() - 1000).toISOString() },
      });
      const isSeen = async (at: number | string) => (await readAt('/en/news', at)).html.includes(title);
      const began = performance.now();
      for (const at of processes) await until(() => isSeen(at).catch(() => false));
      return performance.now() - began;
    });
  });
});

it('below the installation’s own domain a festival is found by its name, and nothing is where there is none', async () => {
  const page = await visitor(browser, desk);
  await page.goto(`http://${stage.festival.slug}.${house.baseDomain}:${port}/en/practical`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Its true address stays its own domain.
  expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(`http://${host}/en/practical`);
  for (const nobody of [`no-such-festival.${house.baseDomain}`, 'nobody-at-all.example']) {
    expect((await page.goto(`http://${nobody}:${port}/en`))?.status()).toBe(421);
    await page.getByRole('heading', { level: 1, name: say('site.stranger.title') }).waitFor();
    // A way out, not round in a circle.
    expect(await page.getByRole('link').getAttribute('href')).toBe(`${house.site}/en`);
  }
  await expectAccessible(page);
  await page.context().close();
});

it('a domain that is given up is nobody’s at once', async () => {
  const page = await visitor(browser, desk);
  await signInBrowser(page.context(), 'office', 'harbour');
  await page.goto(`${house.office}/f/${stage.festival.slug}/settings/domain`);
  await page.getByRole('button', { name: say('office.domain.remove') }).click();
  const asked = page.getByRole('dialog');
  await asked.getByRole('button', { name: say('office.domain.remove') }).click();
  await page.getByRole('button', { name: say('office.domain.claim') }).waitFor();
  await expect.poll(async () => (await readAt('/en')).status).toBe(421);
  await page.context().close();
});
