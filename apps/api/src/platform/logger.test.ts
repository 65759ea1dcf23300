import { expect, test, vi } from 'vitest';
import { createLogger, withoutSecrets } from './logger.ts';
import { readEnv } from './env.ts';

const env = readEnv({
  DATABASE_URL: 'postgres://',
  JWT_SECRET: 'j'.repeat(32),
  SEALING_SECRET: 's'.repeat(32),
  LOG_LEVEL: 'info',
});

/** What a process that logs this writes. */
function written(fields: object): string {
  const lines: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  createLogger(env, 'test').error(fields, 'written');
  write.mockRestore();
  return lines.join('');
}

test('a log line names nobody and holds no secret, wherever it stands', () => {
  const lines = written({
    email: 'zoe@example.org',
    person: { name: 'Zoé', phone: '+32' },
    request: { body: { password: 'hunter2', secret: 'basket' } },
    token: 'abc',
    orderId: 'kept',
  });
  expect(lines).toContain('"orderId":"kept"');
  expect(lines).not.toMatch(/zoe@|Zoé|\+32|hunter2|basket|abc/);
});

test.each(['err', 'error'])('an error (%s) is told without the row that it is about', (key) => {
  const refused = Object.assign(new Error('null value violates not-null constraint'), {
    code: '23502',
    constraint: 'person_name',
    detail: 'Failing row contains (7, zoe@example.org, $argon2id$…)',
    where: 'zoe@example.org',
    rejected: ['zoe@example.org'],
  });
  const lines = written({ [key]: refused });
  expect(lines).toContain('"state":"23502","constraint":"person_name"');
  expect(lines).toContain('logger.test.ts');
  expect(lines).not.toMatch(/zoe@|argon2/);
});

test('an address is logged without the values of its query', () => {
  expect(withoutSecrets('/api/orders/1?secret=abc&search=Zo%C3%A9&limit')).toBe(
    '/api/orders/1?secret=…&search=…&limit',
  );
});
