import { describe, expect, it } from 'vitest';
import { abilities, may } from './policy.ts';
import { Permission, permissionsOf, Role } from './roles.ts';

const standing = (...roles: Role[]) => ({ superAdmin: false, roles });

describe('what someone may do', () => {
  it.each(Role.options)('as %s is exactly what the role lists', (role) => {
    expect(abilities(standing(role))).toEqual(Permission.options.filter((one) => permissionsOf[role].includes(one)));
  });

  it('is nothing without a role', () => {
    expect(abilities(standing())).toEqual([]);
    expect(Permission.options.some((permission) => may(standing(), permission))).toBe(false);
  });

  it('adds up over roles, each permission once', () => {
    const both = abilities(standing('FINANCE', 'STAFF'));
    expect(both).toContain('orders.read');
    expect(both).toContain('access.scan');
    expect(new Set(both).size).toBe(both.length);
  });

  it('is everything for a super-admin, in whatever festival', () => {
    expect(abilities({ superAdmin: true, roles: [] })).toEqual(Permission.options);
  });

  it('never lets staff manage devices or change the festival', () => {
    const staff = standing('STAFF', 'CASHIER', 'SECURITY', 'VENDOR', 'ARTIST', 'ATTENDEE', 'PROGRAMMER', 'FINANCE');
    for (const permission of [
      'devices.manage',
      'festival.edit',
      'festival.publish',
      'team.manage',
      'places.edit',
      'stands.edit',
      'ticketing.edit',
    ] as const) {
      expect(may(staff, permission)).toBe(false);
    }
  });
});
