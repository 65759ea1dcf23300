import { expect, test, vi } from 'vitest';
import { createLogger, withoutSecrets } from './logger.ts';
import { readEnv } from './env.ts';

const env = readEnv({
  DATABASE_URL: 'postgres://',
  JWT_SECRET: 'j'.repeat(32),
  SEALING_SECRET: 's'.repeat(32),
  LOG_LEVEL: 'info',
});

test('a log line names nobody and holds no secret, wherever it stands', () => {
  const written: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((line) => written.push(String(line)) > 0);
  const log = createLogger(env, 'test');
  log.info(
    {
      email: 'zoe@example.org',
      person: { name: 'Zoé', phone: '+32' },
      request: { body: { password: 'hunter2', secret: 'basket' } },
      token: 'abc',
      orderId: 'kept',
    },
    'written',
  );
  write.mockRestore();
  const lines = written.join('');
  expect(lines).toContain('"orderId":"kept"');
  expect(lines).not.toMatch(/zoe@|Zoé|\+32|hunter2|basket|abc/);
});

test('an address is logged without the values of its query', () => {
  expect(withoutSecrets('/api/orders/1?secret=abc&search=Zo%C3%A9&limit')).toBe(
    '/api/orders/1?secret=…&search=…&limit',
  );
});
