// What Lighthouse says of each kind of page on a middling phone. Measures in the house at SITE_URL, or in one that it opens.
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { openSiteHouse } from './open-house.ts';
import { addressOf, kindNames, type PageKind } from './site-pages.ts';

/** Each score of 100, times in milliseconds; null where Lighthouse could not tell. */
interface Figures {
  performance: number | null;
  accessibility: number | null;
  best_practices: number | null;
  seo: number | null;
  lcp_ms: number | null;
  cls: number | null;
  tbt_ms: number | null;
  /** The audits that were not passed. */
  missed?: string[];
  /** Why a figure is missing. */
  said?: string[];
}

const shown = { slug: process.env['FESTIVAL'] ?? 'solbrume', artist: process.env['ARTIST'] ?? 'ada-lumen' };
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const port = 9223;
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', `--remote-debugging-port=${port}`];

const house = await openSiteHouse();
try {
  const figures: Record<string, Figures> = {};
  for (const kind of kindNames) figures[kind] = await figuresOf(kind);
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
  else for (const [name, one] of Object.entries(figures)) console.log(`${name.padEnd(12)} ${JSON.stringify(one)}`);
} finally {
  await house.close();
}

/** What Lighthouse says of a page in a browser of its own: in one that has seen others it may not find where the visit begins. */
async function reportOf(kind: PageKind) {
  const chrome = await chromium.launch({ executablePath, args });
  try {
    const report = await lighthouse(addressOf(house.site, shown, kind), { port, logLevel: 'error' });
    if (!report) throw new Error(`Lighthouse said nothing of ${kind}`);
    return report;
  } finally {
    await chrome.close();
  }
}

/** A page's figures. A trace of which Lighthouse makes nothing is taken again; what it said is told where it stays so. */
async function figuresOf(kind: PageKind, triesLeft = 2): Promise<Figures> {
  const report = await reportOf(kind);
  const { categories, audits } = report.lhr;
  const said = ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'].flatMap(
    (name) => audits[name]?.errorMessage ?? [],
  );
  if (said.length > 0 && triesLeft > 0) return figuresOf(kind, triesLeft - 1);
  const score = (name: string) => {
    const part = categories[name]?.score;
    return typeof part === 'number' ? Math.round(part * 100) : null;
  };
  const value = (name: string, unit = 1) => {
    const measured = audits[name]?.numericValue;
    return measured === undefined ? null : Math.round(measured * unit) / unit;
  };
  const missed = ['accessibility', 'best-practices', 'seo'].flatMap((name) =>
    (categories[name]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => id),
  );
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    best_practices: score('best-practices'),
    seo: score('seo'),
    lcp_ms: value('largest-contentful-paint'),
    cls: value('cumulative-layout-shift', 1000),
    tbt_ms: value('total-blocking-time'),
    ...(missed.length > 0 && { missed }),
    ...(said.length > 0 && { said: [...new Set(said)] }),
  };
}
