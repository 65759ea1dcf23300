import { z } from 'zod';

/** What may be done inside a festival. Named on routes, given to roles, sent to the apps as abilities. */
export const Permission = z.enum([
  'festival.read',
  'festival.edit',
  'festival.publish',
  'team.read',
  'team.manage',
  'audit.read',
  'media.read',
  'media.edit',
  'programme.read',
  'programme.edit',
  'programme.fees',
  'places.read',
  'places.edit',
  'stands.read',
  'stands.edit',
  'ticketing.read',
  'ticketing.edit',
  'ticketing.keys',
  'orders.read',
  'orders.edit',
  'orders.refund',
  'guests.fill',
  'guests.edit',
  'desk.sell',
  'sales.read',
  'ledger.read',
  'ledger.correct',
  'payments.read',
  'payments.edit',
  'payments.mark_received',
  'payments.mark_repaid',
  'devices.read',
  'devices.manage',
  'access.scan',
  'access.read',
  'access.edit',
]);
export type Permission = z.infer<typeof Permission>;

/** What a person is in one festival. Super-admin is not among them: it is a property of the person. */
export const Role = z.enum([
  'ORGANISER',
  'FINANCE',
  'PROGRAMMER',
  'STAFF',
  'CASHIER',
  'SECURITY',
  'VENDOR',
  'ARTIST',
  'ATTENDEE',
]);
export type Role = z.infer<typeof Role>;

/** What somebody can be asked to be: a visitor needs no invitation. */
export const TeamRole = Role.exclude(['ATTENDEE']);
export type TeamRole = z.infer<typeof TeamRole>;

const look: readonly Permission[] = ['festival.read', 'programme.read', 'places.read', 'stands.read'];

/** Permissions as data: a role is nothing but this list. */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  ORGANISER: Permission.options,
  FINANCE: [
    ...look,
    'programme.fees',
    'ticketing.read',
    'orders.read',
    'orders.edit',
    'orders.refund',
    'guests.fill',
    'desk.sell',
    'sales.read',
    'ledger.read',
    'ledger.correct',
    'payments.read',
    'payments.mark_received',
    'payments.mark_repaid',
    'audit.read',
  ],
  PROGRAMMER: [...look, 'guests.fill', 'programme.edit', 'media.read', 'media.edit'],
  STAFF: [...look, 'guests.fill', 'access.scan'],
  CASHIER: [...look, 'desk.sell'],
  SECURITY: [...look, 'access.scan', 'access.read', 'devices.read'],
  VENDOR: [...look, 'guests.fill'],
  ARTIST: ['festival.read', 'programme.read', 'guests.fill'],
  ATTENDEE: [],
};
