import { bytes, nothing, route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, Instant, Line, LocalDate } from '../../primitives.ts';

export const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The whole programme as its editors see it, in one format. */
const exported = <const P extends string, const T extends string>(file: P, type: T, summary: string) =>
  route({
    method: 'GET',
    path: `/festivals/:festivalId/programme/export/${file}`,
    permission: 'programme.read',
    summary,
    params: InFestival,
    response: bytes(type),
  });

export const exportProgrammeCsv = exported(
  'programme.csv',
  'text/csv; charset=utf-8',
  'All sets as CSV, to be changed in a spreadsheet and imported again',
);
export const exportProgrammeXlsx = exported('programme.xlsx', spreadsheetType, 'All sets as an Excel workbook');
export const exportProgrammeXml = exported(
  'schedule.xml',
  'application/xml; charset=utf-8',
  'All sets as a frab schedule in XML',
);
export const exportProgrammeJson = exported(
  'schedule.json',
  'application/json; charset=utf-8',
  'All sets as a frab schedule in JSON',
);
export const exportProgrammeIcs = exported('programme.ics', 'text/calendar; charset=utf-8', 'All sets as iCalendar');

/** A running order on A4, in the caller's language: never a fee; what an artist needs is told to who edits the programme. */
const runningOrder = <const P extends string, S extends z.ZodRawShape>(of: P, params: S, summary: string) =>
  route({
    method: 'GET',
    path: `/festivals/:festivalId/${of}/running-order.pdf`,
    permission: 'programme.read',
    summary,
    params: InFestival.extend(params),
    response: bytes('application/pdf'),
    errors: ['general.not_found'],
  });

export const printStage = runningOrder(
  'stages/:stageId',
  { stageId: z.uuid() },
  'The running order of one stage as PDF, a page a day',
);
export const printArtist = runningOrder(
  'artists/:artistId',
  { artistId: z.uuid() },
  'The running order of one artist as PDF',
);
export const printDay = runningOrder(
  'programme/days/:day',
  { day: LocalDate },
  'The running orders of all stages on one festival day as PDF',
);

/** What everyone may subscribe to: confirmed sets of a festival that is published. */
const published = <const P extends string, const T extends string>(file: P, type: T, summary: string) =>
  route({
    method: 'GET',
    path: `/festivals/:festivalId/programme/feed/${file}`,
    permission: 'public',
    summary,
    params: InFestival,
    response: bytes(type),
    errors: ['general.not_found'],
  });

export const feedProgrammeIcs = published(
  'programme.ics',
  'text/calendar; charset=utf-8',
  'Confirmed sets as a calendar to subscribe to; answers 304 to who has it',
);
export const feedProgrammeXml = published(
  'schedule.xml',
  'application/xml; charset=utf-8',
  'Confirmed sets as a frab schedule in XML; answers 304 to who has it',
);
export const feedProgrammeJson = published(
  'schedule.json',
  'application/json; charset=utf-8',
  'Confirmed sets as a frab schedule in JSON; answers 304 to who has it',
);

/** A calendar of the whole programme for the crew, opened by a secret in its address. */
export const CrewFeed = z
  .object({ id: z.uuid(), name: z.string(), createdAt: Instant, usedAt: Instant.nullable() })
  .meta({ id: 'CrewFeed' });
export type CrewFeed = z.infer<typeof CrewFeed>;

export const listCrewFeeds = route({
  method: 'GET',
  path: '/festivals/:festivalId/programme/crew-feeds',
  permission: 'programme.edit',
  summary: 'The crew’s calendars that are not revoked, the newest first; their secrets are shown once alone',
  params: InFestival,
  response: z.array(CrewFeed),
});

export const createCrewFeed = route({
  method: 'POST',
  path: '/festivals/:festivalId/programme/crew-feeds',
  permission: 'programme.edit',
  summary:
    'Make a calendar for the crew; `path` is its address below the API’s, with its secret, and is answered this once',
  params: InFestival,
  body: z.object({ name: Line(80) }),
  response: CrewFeed.extend({ path: z.string() }),
  status: 201,
});

export const revokeCrewFeed = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/programme/crew-feeds/:feedId',
  permission: 'programme.edit',
  summary: 'Revoke a calendar of the crew: its address answers nobody any more',
  params: InFestival.extend({ feedId: z.uuid() }),
  response: nothing(),
  errors: ['general.not_found'],
});

export const readCrewFeed = route({
  method: 'GET',
  path: '/festivals/:festivalId/programme/crew/:secret/programme.ics',
  permission: 'public',
  summary: 'Sets that are sure or pending, also secret ones, as a calendar for whoever has its address',
  params: InFestival.extend({ secret: z.string().regex(/^[\w-]{43}$/) }),
  response: bytes('text/calendar; charset=utf-8'),
  errors: ['general.not_found'],
  limit: { times: 60, seconds: 60, per: 'address' },
});
