import { nothing, route } from '@festivals/contract';
import { describe, expect, test } from 'vitest';
import { bootCheck } from './boot-check.ts';
import { controller } from './controller.ts';
import type { DomainModule } from './domain-module.ts';

const open = route({ method: 'GET', path: '/doors/open', permission: 'public', summary: 'Open', response: nothing() });
const shut = route({ method: 'GET', path: '/doors/shut', permission: 'public', summary: 'Shut', response: nothing() });
const doors = (more: Partial<DomainModule> = {}): DomainModule => ({
  name: 'doors',
  controllers: [controller('doors', { open }, { open: async () => undefined })],
  ...more,
});

describe('the boot check', () => {
  test('lets a whole house start', () => {
    expect(() => bootCheck({ doors: { open } }, [doors()])).not.toThrow();
  });
  test('stops at a route without a handler, and at one with two', () => {
    expect(() => bootCheck({ doors: { open, shut } }, [doors()])).toThrow('doors.shut has 0 handlers');
    expect(() => bootCheck({ doors: { open } }, [doors(), doors()])).toThrow('doors.open has 2 handlers');
  });
  test('stops at a permission or an error that nobody knows', () => {
    const odd = { ...open, permission: 'doors.kick', errors: ['doors.jammed'] };
    const module = { ...doors(), controllers: [controller('doors', { open: odd }, { open: async () => undefined })] };
    expect(() => bootCheck({ doors: { open: odd } }, [module])).toThrow(
      /unknown permission doors\.kick[^]*unknown error doors\.jammed/,
    );
  });
  test('stops at an event that asks for a job that does not exist', () => {
    expect(() =>
      bootCheck({ doors: { open } }, [doors({ subscriptions: { 'doors.opened': ['doors.greet'] } })]),
    ).toThrow('unknown job doors.greet');
  });
});
