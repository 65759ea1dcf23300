import type { Socket } from 'node:net';
import type pg from 'pg';

/**
 * Cuts a connection on which a query goes unanswered for so long: a database that neither answers nor refuses would keep whoever
 * asks, and the connection, for ever. The query fails as one does whose connection broke, and the pool opens another.
 */
export function makeImpatient(client: pg.PoolClient, patienceMs: number): void {
  // The driver does not tell of its socket; nothing else can end a query that the server does not hear of any more.
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  let waiting: NodeJS.Timeout | undefined;
  const query: (...args: unknown[]) => unknown = client.query.bind(client);
  const watched = (...args: unknown[]) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => stream.destroy(), patienceMs);
    return query(...args);
  };
  // A method with a dozen overloads, all of which are passed on as they come.
  client.query = watched as typeof client.query;
  // Said once every query is answered.
  for (const end of ['drain', 'end'] as const) client.on(end as 'end', () => clearTimeout(waiting));
}
