import { bytes, route } from '@festivals/contract';
import { InFestival } from '../../primitives.ts';

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
