import { expect, test } from 'vitest';
import { always, contentPolicy, isPaymentPage } from './content-policy.ts';
import { isOurs, prepareScripts } from './inline-scripts.ts';
import { pageScript } from '../shell/page-script.ts';

const data = (text: string) => `self.__next_f.push([1,${JSON.stringify(text)}])`;

test('scripts that follow each other become one, which is known by its hash', () => {
  const { html, hashes } = prepareScripts(
    `<script src="/a.js" async=""></script><script>${data('a')}</script><script>${data('b;self.__next_f')}</script><p>`,
  );
  expect(html).toBe(
    `<script src="/a.js" async=""></script><script>${data('a')};${data('b;self.__next_f')}</script><p>`,
  );
  expect(hashes).toEqual([expect.stringMatching(/^'sha256-[\w+/]{43}='$/)]);
});

test('data for machines needs no leave; the page’s own script is ours', () => {
  const html = `<script>${pageScript}</script><script type="application/ld+json">{"a":1}</script>`;
  expect(prepareScripts(html)).toEqual({ html, hashes: [expect.any(String)] });
});

test.each([
  'alert(1)',
  '',
  `${data('a')};alert(1)`,
  'self.__next_f.push([1,alert(1)])',
  'self.__next_f.push([1,"a"]);alert(1,"")',
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"a":[alert(1)]});',
])('what somebody brought into a page is not hashed: %s', (script) => {
  expect(isOurs(script)).toBe(false);
  const { hashes } = prepareScripts(`<script>${data('a')}</script><script>${script}</script>`);
  expect(hashes.length).toBeLessThanOrEqual(1);
});

test('what is ours is so word for word', () => {
  expect(isOurs(pageScript)).toBe(true);
  expect(isOurs(`${pageScript}alert(1)`)).toBe(false);
});

test('a built page never allows what is inline or evaluated by its kind', () => {
  const [script] = /script-src [^;]+/.exec(contentPolicy({ scripts: ["'sha256-x'"] })) ?? [];
  expect(script).toBe("script-src 'self' 'sha256-x'");
});

test('a provider’s form is let in where one pays, and nowhere else', () => {
  const pays = contentPolicy({ scripts: [], paymentOrigins: ['https://js.example'] });
  expect(pays).toContain("script-src 'self' https://js.example");
  expect(pays).toContain('frame-src https://js.example');
  expect(contentPolicy({ scripts: [] })).not.toContain('frame-src');
  expect(['/en/solbrume/tickets', '/fr/solbrume/orders/1'].map(isPaymentPage)).toEqual([true, true]);
  expect(['/en/solbrume', '/en/solbrume/line-up', '/en/tickets', '/en/account/orders'].map(isPaymentPage)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test.each([
  ['https', true],
  ['https, http', true],
  ['http', false],
  [undefined, false],
])('who came by %s is held to TLS: %s', (scheme, isHeld) => {
  expect('strict-transport-security' in always(scheme)).toBe(isHeld);
  expect(JSON.stringify(always(scheme))).not.toContain('includeSubDomains');
});
