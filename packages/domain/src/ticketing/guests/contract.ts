/** Guest lists: who may come without buying, and their invitations. */
import { nothing, queryInteger, route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, Line } from '../../primitives.ts';
import { tableUpload } from '../../table-upload.ts';
import { GuestRow } from './plan-guests.ts';
import {
  Guest,
  GuestId,
  GuestInvitation,
  GuestList,
  GuestListId,
  mostCompanions,
  NewGuest,
  NewGuestList,
} from './schemas.ts';

const OnList = InFestival.extend({ guestListId: GuestListId });
const OnGuest = OnList.extend({ guestId: GuestId });
const tableFile = tableUpload(1_000_000);

/** Some of a list's guests. */
const chosen = z.object({
  guestIds: z
    .array(GuestId)
    .min(1)
    .max(500)
    .refine((ids) => new Set(ids).size === ids.length, { message: 'duplicates' }),
});
const Guests = z.array(Guest);

export const listGuestLists = route({
  method: 'GET',
  path: '/festivals/:festivalId/guest-lists',
  permission: 'guests.fill',
  summary: 'Guest lists with their figures: all, or those that one was given to fill',
  params: InFestival,
  response: z.array(GuestList),
});

export const createGuestList = route({
  method: 'POST',
  path: '/festivals/:festivalId/guest-lists',
  permission: 'guests.edit',
  idempotent: true,
  summary: 'Open a guest list',
  params: InFestival,
  body: NewGuestList,
  response: GuestList,
  status: 201,
  errors: ['ticketing.unknown_type', 'ticketing.guest_list_named_alike', 'ticketing.guest_list_owner_unknown'],
});

export const updateGuestList = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/guest-lists/:guestListId',
  permission: 'guests.edit',
  summary:
    'Change a guest list; `version` is the one that the change was made from. A new deadline holds for open invitations too',
  params: OnList,
  body: z.object({
    version: z.int(),
    changes: z.object({
      name: NewGuestList.shape.name.optional(),
      purpose: NewGuestList.shape.purpose.optional(),
      note: NewGuestList.shape.note.unwrap().optional(),
      ownerId: NewGuestList.shape.ownerId.unwrap().optional(),
      places: NewGuestList.shape.places.optional(),
      deadline: NewGuestList.shape.deadline.unwrap().optional(),
    }),
  }),
  response: GuestList,
  errors: [
    'general.not_found',
    'general.conflict',
    'ticketing.guest_list_full',
    'ticketing.guest_list_named_alike',
    'ticketing.guest_list_owner_unknown',
  ],
});

export const deleteGuestList = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/guest-lists/:guestListId',
  permission: 'guests.edit',
  summary: 'Close a guest list on which nobody has a place',
  params: OnList,
  query: z.object({ version: queryInteger().min(1) }),
  response: nothing(),
  errors: ['general.not_found', 'general.conflict', 'ticketing.guest_list_in_use'],
});

export const restoreGuestList = route({
  method: 'POST',
  path: '/festivals/:festivalId/guest-lists/:guestListId/restoration',
  permission: 'guests.edit',
  summary: 'Open a guest list again that was closed; whoever was on it without a place is not',
  params: OnList,
  response: GuestList,
  errors: ['general.not_found', 'general.conflict', 'ticketing.unknown_type', 'ticketing.guest_list_named_alike'],
});

export const listGuests = route({
  method: 'GET',
  path: '/festivals/:festivalId/guest-lists/:guestListId/guests',
  permission: 'guests.fill',
  summary: 'Everyone on a guest list',
  params: OnList,
  response: Guests,
  errors: ['general.not_found'],
});

export const addGuest = route({
  method: 'POST',
  path: '/festivals/:festivalId/guest-lists/:guestListId/guests',
  permission: 'guests.fill',
  idempotent: true,
  summary: 'Write somebody on a guest list; nothing is held or sent yet',
  params: OnList,
  body: NewGuest,
  response: Guest,
  status: 201,
  errors: ['general.not_found', 'ticketing.too_many_guests'],
});

export const previewGuests = route({
  method: 'POST',
  path: '/festivals/:festivalId/guest-lists/:guestListId/guests/import/preview',
  permission: 'guests.fill',
  summary:
    'What lines of guests (name, e-mail, +companions, note; with or without a heading) would add; changes nothing',
  params: OnList,
  body: tableFile,
  response: z.object({ hash: z.string(), rows: z.array(GuestRow) }),
  errors: ['general.not_found', 'ticketing.guests_unreadable'],
});

export const importGuests = route({
  method: 'POST',
  path: '/festivals/:festivalId/guest-lists/:guestListId/guests/import',
  permission: 'guests.fill',
  summary: 'Add guests exactly as the preview showed them, all or none',
  params: OnList,
  query: z.object({
    /** The preview's. */
    hash: z.string().min(1).max(100),
  }),
  body: tableFile,
  response: z.object({ added: z.int() }),
  errors: [
    'general.not_found',
    'ticketing.guests_unreadable',
    'ticketing.guests_refused',
    'ticketing.guests_changed',
    'ticketing.too_many_guests',
  ],
});

export const updateGuest = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/guest-lists/:guestListId/guests/:guestId',
  permission: 'guests.fill',
  summary: 'Change what is known of a guest; whoever has places keeps their number and name',
  params: OnGuest,
  body: z.object({
    version: z.int(),
    changes: z.object({
      name: NewGuest.shape.name.optional(),
      email: NewGuest.shape.email.unwrap().optional(),
      companions: NewGuest.shape.companions.unwrap().optional(),
      note: NewGuest.shape.note.unwrap().optional(),
    }),
  }),
  response: Guest,
  errors: ['general.not_found', 'general.conflict', 'ticketing.guest_has_places'],
});

const placing = [
  'general.not_found',
  'ticketing.guest_list_full',
  'ticketing.guest_list_over',
  'ticketing.sold_out',
  'ticketing.sales_closed',
] as const;

export const inviteGuests = route({
  method: 'POST',
  path: '/festivals/:festivalId/guest-lists/:guestListId/invitations',
  permission: 'guests.fill',
  idempotent: true,
  summary:
    'Invite guests by mail, all or none: places are held until they answer. Who is invited already gets a new link',
  params: OnList,
  body: chosen,
  response: Guests,
  errors: [...placing, 'ticketing.guest_without_email', 'ticketing.guest_has_tickets'],
});

export const confirmGuests = route({
  method: 'POST',
  path: '/festivals/:festivalId/guest-lists/:guestListId/confirmations',
  permission: 'guests.fill',
  idempotent: true,
  summary: 'Issue the tickets of guests at once, all or none; whoever has an address gets them by mail',
  params: OnList,
  body: chosen,
  response: Guests,
  errors: placing,
});

export const removeGuests = route({
  method: 'POST',
  path: '/festivals/:festivalId/guest-lists/:guestListId/removals',
  permission: 'guests.fill',
  idempotent: true,
  summary: 'Take guests off: their places are free, their tickets and links open nothing. Who had none is forgotten',
  params: OnList,
  body: chosen,
  response: Guests,
  errors: ['general.not_found', 'ticketing.ticket_used'],
});

const Token = z.string().min(20).max(100);

export const viewGuestInvitation = route({
  method: 'POST',
  path: '/guest-invitations/view',
  permission: 'public',
  // A whole band may sit behind one address; who tries tokens is many more.
  limit: { times: 120, seconds: 60, per: 'address' },
  summary: 'Read the invitation of a guest with the token of its mail',
  body: z.object({ token: Token }),
  response: GuestInvitation,
  errors: ['ticketing.invitation_unknown'],
});

export const answerGuestInvitation = route({
  method: 'POST',
  path: '/guest-invitations/answer',
  permission: 'public',
  limit: { times: 60, seconds: 60, per: 'address' },
  summary: 'Accept or decline; the same answer given again is answered the same',
  body: z.discriminatedUnion('answer', [
    z.object({
      token: Token,
      answer: z.literal('ACCEPT'),
      /** Who comes, the guest first; fewer than there are places leave the guest's name on the others. */
      names: z
        .array(Line(120))
        .max(mostCompanions + 1)
        .default([]),
      /** How many come, the guest included; all places where it is left out. */
      coming: z
        .int()
        .min(1)
        .max(mostCompanions + 1)
        .optional(),
    }),
    z.object({ token: Token, answer: z.literal('DECLINE') }),
  ]),
  response: GuestInvitation,
  errors: [
    'ticketing.invitation_unknown',
    'ticketing.invitation_over',
    'ticketing.sales_closed',
    'ticketing.too_many_guests',
  ],
});
