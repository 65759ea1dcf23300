import type { Download, Input } from '@festivals/contract';
import { writeCsv } from '@festivals/domain/csv';
import type * as contract from '@festivals/domain/programme/export/contract';
import type { ExportedProgramme } from '@festivals/domain/programme/export/exported-set';
import { frabJson, frabXml } from '@festivals/domain/programme/export/frab';
import { icalendar } from '@festivals/domain/programme/export/icalendar';
import { programmeTable } from '@festivals/domain/programme/export/programme-table';
import { find as findFestival } from '../../festival/store.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { look } from '../../platform/transaction.ts';
import { exportedProgramme } from './exported-programme.ts';
import { programmeWorkbook } from './programme-workbook.ts';

interface In {
  params: Input<typeof contract.exportProgrammeCsv>['params'];
}

/** The whole programme, also what is pending and cancelled, as its editors see it. */
async function exported(
  ctx: Ctx,
  { params }: In,
  ending: string,
  write: (programme: ExportedProgramme) => string | Promise<Uint8Array>,
): Promise<Download> {
  const programme = await look(ctx, params.festivalId, async (tx) => {
    const festival = (await findFestival(tx)) ?? fail('general.not_found');
    return exportedProgramme(tx, ctx, festival, (slot) => slot);
  });
  const body = await write(programme);
  return {
    body: typeof body === 'string' ? Buffer.from(body) : body,
    name: `${programme.festival.slug}-programme.${ending}`,
  };
}

export const exportProgrammeCsv = (ctx: Ctx, input: In) =>
  exported(ctx, input, 'csv', (programme) => writeCsv(programmeTable(programme)));
export const exportProgrammeXlsx = (ctx: Ctx, input: In) => exported(ctx, input, 'xlsx', programmeWorkbook);
export const exportProgrammeXml = (ctx: Ctx, input: In) => exported(ctx, input, 'xml', frabXml);
export const exportProgrammeJson = (ctx: Ctx, input: In) => exported(ctx, input, 'json', frabJson);
export const exportProgrammeIcs = (ctx: Ctx, input: In) =>
  exported(ctx, input, 'ics', (programme) => icalendar(programme, ctx.clock.now()));
