import type { Download } from '@festivals/contract';
import type { Permission } from '@festivals/domain/identity/roles';
import type { ListName } from '@festivals/domain/list-view';
import { arranged, isKnownIn, type ListQuery, type ListView } from '@festivals/domain/list-view';
import type { Language } from '@festivals/domain/primitives';
import type { TableQuery } from '@festivals/domain/table-export';
import type { z } from 'zod';
import type { Ctx } from '../context.ts';
import { look, type Tx } from '../transaction.ts';
import type { FestivalId } from '@festivals/domain/primitives';
import type { Column } from './column.ts';
import { tableFile } from './table-file.ts';

/** The festival whose list goes out. */
export interface ListedIn {
  id: FestivalId;
  slug: string;
  zone: string;
  currency: string;
}

export interface ListAsked extends ListQuery, z.output<typeof TableQuery> {}

/** A list of a domain that goes out as a file. */
export interface Listed {
  name: ListName;
  /** Who may see its screen. */
  needs: Permission;
  /** Whether the list has this order and this filter. */
  knows: (asked: ListQuery) => boolean;
  file: (ctx: Ctx, festival: ListedIn, asked: ListAsked) => Promise<Download>;
}

interface WholeList<Row> {
  name: ListName;
  needs: Permission;
  view: (language: Language, now: Date) => ListView<Row>;
  read: (tx: Tx, language: Language, now: Date) => Promise<readonly Row[]>;
  columns: (language: Language, festival: ListedIn, now: Date) => readonly Column<Row>[];
}

/** A list that is small enough to be read at once. */
export function wholeList<Row>({ name, needs, view, read, columns }: WholeList<Row>): Listed {
  return {
    name,
    needs,
    knows: (asked) => isKnownIn(view('en', new Date(0)), asked),
    file: async (ctx, festival, asked) => {
      const { language } = ctx.request;
      const now = ctx.clock.now();
      const all = await look(ctx, festival.id, (tx) => read(tx, language, now));
      return tableFile({
        ...asked,
        name: `${festival.slug}-${name}`,
        zone: festival.zone,
        columns: columns(language, festival, now),
        rows: oneByOne(arranged(view(language, now), all, asked, language)),
      });
    },
  };
}

async function* oneByOne<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}

interface PagedList<Row> {
  name: ListName;
  needs: Permission;
  /** Its orders and filters, by their names. */
  sorts: readonly string[];
  only: readonly string[] | ((name: string) => boolean);
  rows: (ctx: Ctx, festival: ListedIn, asked: ListQuery) => AsyncIterable<Row>;
  columns: (language: Language) => readonly Column<Row>[];
  /** What a festival's own list has beside them. */
  moreColumns?: (tx: Tx, language: Language) => Promise<readonly Column<Row>[]>;
}

/** A list without end, which is written while it is read. */
export function pagedList<Row>({ name, needs, sorts, only, rows, columns, moreColumns }: PagedList<Row>): Listed {
  const knowsFilter = typeof only === 'function' ? only : (filter: string) => only.includes(filter);
  return {
    name,
    needs,
    knows: ({ sort, only: filter }) =>
      (sort === undefined || sorts.includes(sort)) && (filter === undefined || knowsFilter(filter)),
    file: async (ctx, festival, asked) => {
      const { language } = ctx.request;
      const more = moreColumns ? await look(ctx, festival.id, (tx) => moreColumns(tx, language)) : [];
      return tableFile({
        ...asked,
        name: `${festival.slug}-${name}`,
        zone: festival.zone,
        columns: [...columns(language), ...more],
        rows: rows(ctx, festival, asked),
      });
    },
  };
}
