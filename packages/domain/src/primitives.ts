import { z } from 'zod';

/** An id made by the application or a phone: a UUID, version 7 where we make it, written as the database writes it. */
const id = <B extends string>(brand: B) => z.uuid().toLowerCase().brand(brand).meta({ id: brand });

export const PersonId = id('PersonId');
export type PersonId = z.infer<typeof PersonId>;
export const SessionId = id('SessionId');
export type SessionId = z.infer<typeof SessionId>;
export const FestivalId = id('FestivalId');
export type FestivalId = z.infer<typeof FestivalId>;
export const InvitationId = id('InvitationId');
export type InvitationId = z.infer<typeof InvitationId>;
export const DeviceId = id('DeviceId');
export type DeviceId = z.infer<typeof DeviceId>;
export const TicketTypeId = id('TicketTypeId');
export type TicketTypeId = z.infer<typeof TicketTypeId>;
export const QuotaId = id('QuotaId');
export const BasketId = id('BasketId');
export const OrderId = id('OrderId');
export const PaymentId = id('PaymentId');
export const RefundId = id('RefundId');
export const MassRefundId = id('MassRefundId');
export type MassRefundId = z.infer<typeof MassRefundId>;
export const TicketId = id('TicketId');
export const NoteId = id('NoteId');

/** Path parameters of everything that lives in a festival. */
export const InFestival = z.object({ festivalId: FestivalId });

/** A moment in UTC, ISO 8601 with milliseconds. */
export const Instant = z.iso.datetime().describe('UTC, ISO 8601');
/** A day on the calendar of the festival's own zone. */
export const LocalDate = z.iso.date().describe('A day on the calendar of the festival’s zone');

export const Currency = z.enum(['EUR', 'USD', 'GBP', 'CHF']);
export type Currency = z.infer<typeof Currency>;
/** An amount in minor units (cents). */
const minorUnits = 'Minor units: 4500 is 45.00';
export const Cents = z.int().min(-1_000_000_000_00).max(1_000_000_000_00).describe(minorUnits);
/** An amount in minor units, nothing or more. */
export const Amount = z.int().min(0).max(1_000_000_000_00).describe(minorUnits);
/** A price in minor units, free or more, at most 100 000.00. */
export const Price = z.int().min(0).max(100_000_00).describe(minorUnits);
/** A rate in basis points: 2 100 is 21 %. */
export const BasisPoints = z.int().min(0).max(10_000).describe('Basis points: 2100 is 21 %');

export const Language = z.enum(['fr', 'en', 'de', 'es', 'it', 'pt']);
export type Language = z.infer<typeof Language>;

/** Half a character, or a mark that shows a reader other letters than are written (Unicode TR36, 3.3). */
const deceives = (text: string) => /[\p{Cs}\u202A-\u202E\u2066-\u2069]/u.test(text);
const breaksTheLine = (text: string) => /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);
const controls = (text: string) => /[^\P{Cc}\t\n\r]/u.test(text);
const isVisible = (text: string) => /[^\p{C}\p{Z}]/u.test(text);
const said = { message: 'control_characters' };

/** One line of text: trimmed, without control characters, with something to see in it. */
export const Line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => isVisible(text) && !breaksTheLine(text) && !deceives(text), said);

/** A longer text; may be empty and have line breaks. */
export const Text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !controls(text) && !deceives(text), said);

/** A text in some of the festival's languages. */
export const Localised = (max: number) => z.partialRecord(Language, Text(max));

export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** Bytes as base64url without padding. */
export const Base64Url = (maxBytes: number) => z.base64url().max(Math.ceil((maxBytes * 4) / 3));
