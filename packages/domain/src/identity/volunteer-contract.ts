/** Volunteers: staff with a crew, known by their address before they have an account. */
import { nothing, queryInteger, route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, Instant, Line } from '../primitives.ts';
import { tableUpload } from '../table-upload.ts';

/** A telephone number as people write it: spaces and signs are left out, `00` stands for `+`. */
export const VolunteerPhone = z
  .string()
  .transform((text) => text.replaceAll(/[\s\u00a0()./-]/g, '').replace(/^00/, '+'))
  .pipe(z.string().regex(/^\+?\d{6,15}$/));

export const Volunteer = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    crew: z.string(),
    phone: z.string().nullable(),
    /** Not asked, waiting for their mail's turn, asked, asked too long ago, in the team, no longer in it. */
    state: z.enum(['NONE', 'QUEUED', 'INVITED', 'EXPIRED', 'JOINED', 'ENDED']),
    version: z.int().min(1),
  })
  .meta({ id: 'Volunteer' });
export type Volunteer = z.infer<typeof Volunteer>;

const editable = z.object({ name: Line(120), crew: Line(60), phone: VolunteerPhone.nullable() });

export const VolunteerReason = z.enum([
  'required',
  'invalid',
  'too_long',
  'duplicate',
  'control_characters',
  'surplus_cells',
]);
export type VolunteerReason = z.infer<typeof VolunteerReason>;

/** What becomes of one record of a file, by the line on which it begins. */
export const VolunteerRow = z.object({
  line: z.int(),
  outcome: z.enum(['new', 'changed', 'same', 'refused']),
  name: z.string(),
  email: z.string(),
  /** Columns that would change. */
  columns: z.array(z.string()),
  /** Why it is refused, by column; the empty column is the whole row. */
  reasons: z.array(z.object({ column: z.string(), reason: VolunteerReason })),
});
export type VolunteerRow = z.infer<typeof VolunteerRow>;

const OnVolunteer = InFestival.extend({ volunteerId: z.uuid() });
const tableFile = tableUpload(2_000_000);

export const listVolunteers = route({
  method: 'GET',
  path: '/festivals/:festivalId/volunteers',
  permission: 'team.manage',
  summary: 'Volunteers by crew and name, with whether they have joined',
  params: InFestival,
  response: z.array(Volunteer),
});

export const updateVolunteer = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/volunteers/:volunteerId',
  permission: 'team.manage',
  summary: 'Change a volunteer’s name, crew or telephone; `version` is the one that the change was made from',
  params: OnVolunteer,
  body: z.object({ version: z.int().min(1), changes: editable.partial() }),
  response: Volunteer,
  errors: ['general.not_found', 'general.conflict'],
});

/** For so long a volunteer who was taken out can be brought back, in milliseconds; then what is kept of them is gone. */
export const volunteerKeptMs = 7 * 86_400_000;

export const removeVolunteer = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/volunteers/:volunteerId',
  permission: 'team.manage',
  summary:
    'Take a volunteer out: their data, their open invitation and their role as staff; they can be brought back for a week',
  params: OnVolunteer,
  query: z.object({ version: queryInteger().min(1) }),
  response: nothing(),
  errors: ['general.not_found', 'general.conflict'],
});

export const restoreVolunteer = route({
  method: 'POST',
  path: '/festivals/:festivalId/volunteers/:volunteerId/restoration',
  permission: 'team.manage',
  summary:
    'Bring back a volunteer who was taken out, with the role as staff that they had; an open invitation is not sent again',
  params: OnVolunteer,
  response: Volunteer,
  errors: ['general.not_found', 'general.conflict'],
});

export const previewVolunteers = route({
  method: 'POST',
  path: '/festivals/:festivalId/volunteers/import/preview',
  permission: 'team.manage',
  summary: 'What a CSV or Excel file of volunteers (name, email, crew, phone) would change; changes nothing',
  params: InFestival,
  body: tableFile,
  response: z.object({ hash: z.string(), rows: z.array(VolunteerRow) }),
  errors: ['identity.volunteers_unreadable'],
});

export const importVolunteers = route({
  method: 'POST',
  path: '/festivals/:festivalId/volunteers/import',
  permission: 'team.manage',
  summary:
    'Import volunteers exactly as the preview showed them, all or nothing, and invite those who are new, a few a second',
  params: InFestival,
  query: z.object({
    /** The preview's. */
    hash: z.string().min(1).max(100),
    /** Until when they are of the team; without, until somebody takes them out. */
    memberUntil: Instant.optional(),
  }),
  body: tableFile,
  response: z.object({ created: z.int(), changed: z.int(), invited: z.int() }),
  errors: [
    'identity.volunteers_unreadable',
    'identity.volunteers_refused',
    'identity.volunteers_changed',
    'identity.period_over',
  ],
});
