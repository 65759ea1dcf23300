import { request } from 'undici';

/** What a page weighs as it is sent, packed, in kB: itself, and the scripts that it brings, also those that wait for a reader. */
export async function pageWeight(address: string): Promise<{ html: number; js: number }> {
  const html = await (await request(address)).body.text();
  const scripts = [...html.matchAll(/<script\b(?<attributes>[^>]*\ssrc="(?<src>[^"]+)"[^>]*)>/g)]
    .filter(({ groups }) => !/\snomodule/i.test(groups?.['attributes'] ?? ''))
    .map(({ groups }) => new URL(groups?.['src'] ?? '', address).href);
  const weights = await Promise.all([...new Set(scripts)].map((script) => sent(script)));
  return { html: kB(await sent(address)), js: kB(weights.reduce((sum, each) => sum + each, 0)) };
}

async function sent(address: string): Promise<number> {
  const { body } = await request(address, { headers: { 'accept-encoding': 'br, gzip' } });
  return (await body.arrayBuffer()).byteLength;
}

const kB = (bytes: number): number => Math.round(bytes / 100) / 10;
