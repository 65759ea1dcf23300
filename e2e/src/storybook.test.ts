/** Every component in every state that Storybook shows, in light and dark: it draws, complains of nothing, and axe finds nothing serious. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveStatic } from '../../scripts/static/server.ts';
import { desk, oneBrowser, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, listenTo } from './inspect.ts';

const book = `${house.data}/storybook`;
const built = spawnSync('npm', ['run', '--silent', 'storybook:build', '--', '--quiet', '--output-dir', book], {
  cwd: fileURLToPath(new URL('../../packages/ui', import.meta.url)),
  encoding: 'utf8',
});
if (built.status !== 0) throw new Error(`Storybook was not built:\n${built.stdout}${built.stderr}`);

interface Entry {
  id: string;
  type: 'story' | 'docs';
}
const { entries } = JSON.parse(readFileSync(`${book}/index.json`, 'utf8')) as { entries: Record<string, Entry> };
const stories = Object.values(entries).filter(({ type }) => type === 'story');

const browser = oneBrowser();
let shelf: { address: string; close(): Promise<void> };
beforeAll(async () => {
  shelf = await serveStatic({ dir: book, port: 0, host: '127.0.0.1', apiUrl: house.api, isolated: false });
});
afterAll(() => shelf.close());

it('documents at least twenty components', () => {
  expect(new Set(stories.map(({ id }) => id.split('--')[0])).size).toBeGreaterThanOrEqual(20);
});

it.each(['light', 'dark'])('draws each story in %s', { timeout: 1_200_000 }, async (scheme) => {
  const page = await visitor(browser(), desk);
  const { complaints } = listenTo(page, shelf.address);
  for (const { id } of stories) {
    await page.goto(`${shelf.address}/iframe.html?viewMode=story&id=${id}&globals=scheme:${scheme}`);
    await page.waitForSelector('body.sb-show-main #storybook-root > *, [role=dialog], [role=menu]');
    await expectAccessible(page);
    expect(complaints, id).toEqual([]);
  }
  await page.context().close();
});
