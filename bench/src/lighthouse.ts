// What Lighthouse says of each kind of page on a middling phone. Measures in the house at SITE_URL, or in one that it opens.
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { openSiteHouse } from './open-house.ts';
import { addressOf, kindNames } from './site-pages.ts';

const shown = { slug: process.env['FESTIVAL'] ?? 'solbrume', artist: process.env['ARTIST'] ?? 'ada-lumen' };
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const port = 9223;
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', `--remote-debugging-port=${port}`];

const house = await openSiteHouse();
const chrome = await chromium.launch({ executablePath, args });
try {
  const figures: Record<string, unknown> = {};
  for (const kind of kindNames) {
    const report = await lighthouse(addressOf(house.site, shown, kind), { port, logLevel: 'error' });
    if (!report) throw new Error(`Lighthouse said nothing of ${kind}`);
    const { categories, audits } = report.lhr;
    const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
    const value = (name: string) => audits[name]?.numericValue ?? null;
    const missed = ['accessibility', 'best-practices', 'seo'].flatMap((name) =>
      (categories[name]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
        .map(({ id }) => id),
    );
    figures[kind] = {
      performance: score('performance'),
      accessibility: score('accessibility'),
      best_practices: score('best-practices'),
      seo: score('seo'),
      lcp_ms: Math.round(value('largest-contentful-paint') ?? 0),
      cls: Math.round((value('cumulative-layout-shift') ?? 0) * 1000) / 1000,
      tbt_ms: Math.round(value('total-blocking-time') ?? 0),
      ...(missed.length > 0 && { missed }),
    };
  }
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
  else for (const [name, one] of Object.entries(figures)) console.log(`${name.padEnd(12)} ${JSON.stringify(one)}`);
} finally {
  await chrome.close();
  await house.close();
}
