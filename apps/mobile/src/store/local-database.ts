import type { z } from 'zod';

export type SqlValue = string | number | null;

/** What the app needs of SQLite; the phone, the browser and the tests each have their own engine below it. */
export interface LocalDatabase {
  run(sql: string, ...values: SqlValue[]): Promise<void>;
  /** Rows are parsed, because a store outlives the version of the app that wrote it. */
  all<T extends z.ZodType>(row: T, sql: string, ...values: SqlValue[]): Promise<z.output<T>[]>;
}

/** A store with transactions that run one after another. What was written is on disk when `transaction` resolves. */
export interface Store extends LocalDatabase {
  transaction<T>(work: (tx: LocalDatabase) => Promise<T>): Promise<T>;
}

/** The first row, or null. */
export async function first<T extends z.ZodType>(db: LocalDatabase, row: T, sql: string, ...values: SqlValue[]) {
  return (await db.all(row, sql, ...values)).at(0) ?? null;
}

/** The three deeds that any SQLite engine can do. */
export interface Engine {
  run(sql: string, values: SqlValue[]): Promise<void>;
  all(sql: string, values: SqlValue[]): Promise<unknown[]>;
}

/** Makes a store of an engine with one connection: nothing slips between the statements of a transaction. */
export function storeOf(engine: Engine): Store {
  const direct: LocalDatabase = {
    run: (sql, ...values) => engine.run(sql, values),
    all: async (row, sql, ...values) => (await engine.all(sql, values)).map((found) => row.parse(found)),
  };
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    run: (sql, ...values) => inTurn(() => direct.run(sql, ...values)),
    all: (row, sql, ...values) => inTurn(() => direct.all(row, sql, ...values)),
    transaction: (work) =>
      inTurn(async () => {
        await direct.run('begin immediate');
        try {
          const result = await work(direct);
          await direct.run('commit');
          return result;
        } catch (cause) {
          await direct.run('rollback');
          throw cause;
        }
      }),
  };
}
