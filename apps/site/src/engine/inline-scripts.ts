import { createHash } from 'node:crypto';
import { pageScript } from '../shell/page-script.ts';

/** Scripts that we write into pages ourselves, word for word. */
const ours: ReadonlySet<string> = new Set([pageScript]);

/** What Next writes into a page: data that is handed over, never a statement. What stands in the brackets has to be JSON. */
const handing = [
  /^\(self\.__next_f=self\.__next_f\|\|\[\]\)\.push\((?<json>[\s\S]*)\);?$/,
  /^self\.__next_f\.push\((?<json>[\s\S]*)\);?$/,
  /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\((?<json>[\s\S]*)\);?$/,
];

/**
 * Whether a page may run it. Knowing a script by its hash only helps when not every script that got into the page is hashed: what is
 * neither ours nor mere data is left to be refused.
 */
export function isOurs(script: string): boolean {
  if (ours.has(script)) return true;
  const json = handing.map((shape) => shape.exec(script)?.groups?.['json']).find((found) => found !== undefined);
  return json !== undefined && isJson(json);
}

const found = /(?:<script>[^<]*<\/script>)+|<script(?:\s[^>]*)?>[\s\S]*?<\/script>/gi;
const each = /<script(?<attributes>(?:\s[^>]*)?)>(?<text>[\s\S]*?)<\/script>/gi;

export interface Prepared {
  html: string;
  /** The sources of `script-src` by which the page's own inline scripts, and no others, run. */
  hashes: string[];
}

/** Puts scripts that follow each other into one, so that the policy of a long page stays short, and says what may run. */
export function prepareScripts(html: string): Prepared {
  const allowed = new Set<string>();
  const joined = html.replace(found, (scripts) => {
    const parts = [...scripts.matchAll(each)].map(({ groups }) => groups ?? {});
    const texts = parts.map(({ text = '' }) => text);
    const areFiles = parts.some(({ attributes = '' }) => /\s(?:src|type)=/i.test(attributes));
    if (areFiles) return scripts;
    if (!texts.every(isOurs)) {
      console.warn(`A page brought a script that it may not run: ${texts.find((text) => !isOurs(text))?.slice(0, 80)}`);
      return scripts;
    }
    if (texts.length > 1) return allow(texts.join(';'));
    allowed.add(texts.join(''));
    return scripts;
  });
  return { html: joined, hashes: [...allowed].map(hashOf) };

  function allow(text: string): string {
    allowed.add(text);
    return `<script>${text}</script>`;
  }
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
