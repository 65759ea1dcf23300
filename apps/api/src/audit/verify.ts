/** `npm run audit:verify [-- --heads <file>]`: follows the audit trail's chains and says what was tampered with. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { withConnection } from '@festivals/database';
import { env } from '@festivals/database/env';
import { startPostgres } from '@festivals/database/postgres';
import { z } from 'zod';
import type { Finding } from './chain.ts';
import { verifyTrail } from './verify-trail.ts';

const Heads = z.record(z.uuid(), z.object({ position: z.int(), hash: z.string() }));

const said: Readonly<Record<Finding['flaw'], string>> = {
  missing_seal: 'links are missing from here',
  missing_event: 'the event was removed',
  changed_event: 'the event is not what was sealed',
  reordered: 'the event stands out of order',
  cut_off: 'the chain was cut off here',
  unsealed_event: 'the event was put in after its time',
  rewritten: 'the chain is not the one verified before',
};

const { values } = parseArgs({ options: { heads: { type: 'string' } } });
const known =
  values.heads && existsSync(values.heads) ? Heads.parse(JSON.parse(readFileSync(values.heads, 'utf8'))) : {};

const server =
  env.databaseUrl === undefined ? await startPostgres({ home: join(env.data, 'postgres'), disposable: false }) : null;
try {
  const report = await withConnection(env.databaseUrl ?? server?.url() ?? '', (client) => verifyTrail(client, known));
  for (const { festivalId, flaw, position, eventId } of report.findings) {
    console.error(
      `${festivalId} at ${position ?? 'no position'}: ${said[flaw]}${eventId === null ? '' : ` (event ${eventId})`}`,
    );
  }
  const extent = `${report.sealed} sealed events of ${report.festivals} chains, ${report.waiting} waiting for their seal`;
  if (report.findings.length > 0) {
    console.error(`The audit trail was tampered with: ${report.findings.length} findings in ${extent}.`);
    process.exitCode = 1;
  } else {
    console.log(`The audit trail is whole: ${extent}.`);
    if (values.heads) writeFileSync(values.heads, `${JSON.stringify(report.heads, null, 2)}\n`);
  }
} finally {
  if (server && !server.reused) await server.stop();
}
