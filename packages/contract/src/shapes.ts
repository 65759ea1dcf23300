import { z } from 'zod';

/** A list answered a page at a time: `{ data: Item[], meta: { next } }`. */
export interface PageOf<T extends z.ZodType> {
  kind: 'page';
  item: T;
}
/** A file sent as it is, with its own media type. */
export interface Bytes {
  kind: 'bytes';
  type: string;
  /** Further types that the caller may ask for. */
  others: readonly string[];
}
/** A long answer sent line by line (application/x-ndjson), one JSON value a line. */
export interface Lines<T extends z.ZodType> {
  kind: 'lines';
  item: T;
}
/** Success with nothing to say (204). */
export interface Nothing {
  kind: 'nothing';
}
/** A file received as the raw request body, its media type in Content-Type. */
export interface Upload {
  kind: 'upload';
  types: readonly string[];
  maxBytes: number;
}

export const page = <T extends z.ZodType>(item: T): PageOf<T> => ({ kind: 'page', item });
export const bytes = (type: string, others: readonly string[] = []): Bytes => ({ kind: 'bytes', type, others });
export const lines = <T extends z.ZodType>(item: T): Lines<T> => ({ kind: 'lines', item });
export const nothing = (): Nothing => ({ kind: 'nothing' });
export const upload = (types: readonly string[], maxBytes: number): Upload => ({ kind: 'upload', types, maxBytes });

/** One page of a list; `next` is the cursor of the following page, null on the last. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** A file on its way out; `name` becomes the Content-Disposition. */
export interface Download {
  body: Uint8Array | AsyncIterable<Uint8Array>;
  name?: string;
  /** Its media type, where the route has several. */
  type?: string;
  /** Which state of it this is: whoever has the same is answered 304. */
  etag?: string;
  /** For how long anyone may keep it without asking again; nobody keeps what does not say. */
  maxAgeSeconds?: number;
}

/** A file on its way in. */
export interface Received {
  type: string;
  body: AsyncIterable<Uint8Array>;
}

/** Query parameters arrive as text; these schemas take both the text and the typed value. */
export const queryInteger = () => z.coerce.number<number | string>().int();
export const queryBoolean = () => z.union([z.boolean(), z.stringbool()]);
export const queryList = <T extends z.ZodType>(item: T) =>
  z.union([z.array(item), item.transform((one) => [one])]).optional();

/** `cursor` and `limit` of every list. */
export const PageQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: queryInteger().min(1).max(200).default(50),
});

export const isSchema = (shape: object): shape is z.ZodType => '_zod' in shape;
