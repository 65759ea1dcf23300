import { chromium, type Page } from 'playwright-core';
import { percentile, rounded } from './percentile.ts';

interface Asked {
  /** Where the office answers. */
  office: string;
  /** The Chromium that is measured in. */
  chromium: string;
  /** Whose festival it is. */
  email: string;
  password: string;
  slug: string;
  day: string;
}

export interface TimetableFps {
  /** Frames a second, by the median frame of a drag. */
  timetable_fps: number;
  /** All frames of the drag by its seconds. */
  mean_fps: number;
  worst_frame_ms: number;
  frames: number;
  /** From the address to the first set that can be taken hold of. */
  opened_ms: number;
}

/** Drags a set across a large timetable with a real pointer, for some seconds, and counts the frames that Chromium draws meanwhile. */
export async function timetableFps(asked: Asked): Promise<TimetableFps> {
  const browser = await chromium.launch({
    executablePath: asked.chromium,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    const { email, password } = asked;
    const signedIn = await context.request.post(`${asked.office}/api/auth/login`, {
      data: { email, password },
      headers: { 'x-face': 'office' },
    });
    if (!signedIn.ok()) throw new Error(`The office does not sign ${email} in: ${signedIn.status()}`);
    const page = await context.newPage();
    const began = performance.now();
    await page.goto(`${asked.office}/f/${asked.slug}/programme?day=${asked.day}`);
    const set = page.locator('[data-set]').nth(12);
    await set.waitFor({ timeout: 120_000 });
    const opened = performance.now() - began;
    await page.waitForLoadState('networkidle');
    const box = await set.boundingBox();
    if (!box) throw new Error('There is no set to drag.');
    await page.mouse.move(box.x + 40, box.y + 20);
    await page.mouse.down();
    // The first moves lift the set; what is counted is the drag.
    await page.mouse.move(box.x + 60, box.y + 40, { steps: 4 });
    await countFrames(page);
    await wander(page);
    const frames = await frameTimes(page);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    const total = frames.reduce((sum, frame) => sum + frame, 0);
    return {
      timetable_fps: rounded(1000 / percentile(frames, 0.5)),
      mean_fps: rounded((frames.length * 1000) / total),
      worst_frame_ms: rounded(Math.max(...frames)),
      frames: frames.length,
      opened_ms: Math.round(opened),
    };
  } finally {
    await browser.close();
  }
}

/** Across stages and hours, then held at the right and the lower edge, where the grid scrolls by itself. */
async function wander(page: Page): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await page.mouse.move(1300, 480 + round * 60, { steps: 60 });
    await page.mouse.move(420, 800 - round * 60, { steps: 60 });
  }
  await page.mouse.move(1370, 640, { steps: 20 });
  await page.waitForTimeout(1500);
  await page.mouse.move(900, 860, { steps: 20 });
  await page.waitForTimeout(1000);
}

const countFrames = (page: Page) =>
  page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { frameTimes: times });
    const tick = (now: number) => {
      times.push(now);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });

/** How long each frame was, in milliseconds. */
const frameTimes = (page: Page) =>
  page.evaluate(() => {
    const times: unknown = Reflect.get(globalThis, 'frameTimes');
    const all = Array.isArray(times) ? times.map(Number) : [];
    return all.slice(1).map((now, at) => now - (all[at] ?? now));
  });
