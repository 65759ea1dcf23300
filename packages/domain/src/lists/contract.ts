import { route } from '@festivals/contract';
import { ListName, ListQuery } from '../list-view.ts';
import { InFestival } from '../primitives.ts';
import { TableQuery, tableAnswer } from '../table-export.ts';

export const exportList = route({
  method: 'GET',
  path: '/festivals/:festivalId/lists/:list',
  permission: 'festival.read',
  summary:
    'A list as CSV or as an Excel workbook, as it is filtered and sorted on its screen; each list asks for the right that its screen asks for',
  params: InFestival.extend({ list: ListName }),
  query: ListQuery.extend(TableQuery.shape),
  response: tableAnswer,
  errors: ['general.not_found', 'identity.forbidden'],
  limit: { times: 60, seconds: 60 },
});
