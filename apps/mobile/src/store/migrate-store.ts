import { z } from 'zod';
import { first, type Store } from './local-database.ts';

/** Forward only; a step that has been released is never edited. */
const STEPS: readonly (readonly string[])[] = [
  [
    // Answers of the server and choices of the person, each with the moment at which it was true.
    `create table kept (
       name  text primary key,
       value text not null,
       at    integer not null
     ) strict, without rowid`,
    // What the server last said of each ticket of this device's festival.
    `create table ticket_state (
       ticket_id      text primary key,
       ticket_type_id text not null,
       type_name      text not null,
       state          text not null check (state in ('VALID', 'ADMITTED', 'REVOKED')),
       at             text not null
     ) strict, without rowid`,
    `create index ticket_state_by_type on ticket_state (ticket_type_id)`,
    // Facts that this device has signed, never edited: only the server's answer is added. A chain has no second link and no gap.
    `create table scan (
       id         text primary key,
       device_id  text not null,
       epoch      integer not null,
       sequence   integer not null check (sequence > 0),
       ticket_id  text not null,
       decision   text not null check (decision in ('admitted', 'refused')),
       wall_clock integer not null,
       fact       text not null,
       outcome    text,
       reason     text,
       unique (device_id, epoch, sequence)
     ) strict`,
    // The last guard: whatever the code above does, this device admits a ticket once.
    `create unique index scan_admits_once on scan (device_id, ticket_id) where decision = 'admitted'`,
    `create index scan_waiting on scan (device_id, epoch, sequence) where outcome is null`,
  ],
];

/** Brings the store on this device to the shape that this version of the app expects. */
export async function migrateStore(store: Store): Promise<void> {
  await store.transaction(async (tx) => {
    const version = await first(tx, z.object({ user_version: z.int() }), 'pragma user_version');
    for (const [index, statements] of STEPS.entries()) {
      if (index < (version?.user_version ?? 0)) continue;
      for (const statement of statements) await tx.run(statement);
      await tx.run(`pragma user_version = ${index + 1}`);
    }
  });
}
