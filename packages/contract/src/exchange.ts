import type { z } from 'zod';
import type { Answer, Route } from './route.ts';
import type { Bytes, Download, Lines, Nothing, Page, PageOf, Received, Upload } from './shapes.ts';

type Part<S> = S extends Upload ? Received : S extends z.ZodType ? z.output<S> : undefined;

/** What a handler receives: parsed parameters, query and body. */
export interface Input<R extends Route> {
  params: Part<R['params']>;
  query: Part<R['query']>;
  body: Part<R['body']>;
}

type Returned<A extends Answer> = A extends Nothing
  ? void
  : A extends Bytes
    ? Download
    : A extends PageOf<infer T>
      ? Page<z.input<T>>
      : A extends Lines<infer T>
        ? AsyncIterable<z.input<T>>
        : A extends z.ZodType
          ? z.input<A>
          : never;

/** What a handler returns; another shape does not compile. */
export type Output<R extends Route> = Returned<R['response']>;

type Arrived<A extends Answer> = A extends Nothing
  ? void
  : A extends Bytes
    ? Blob
    : A extends PageOf<infer T>
      ? Page<z.output<T>>
      : A extends Lines<infer T>
        ? AsyncIterable<z.output<T>>
        : A extends z.ZodType
          ? z.output<A>
          : never;

/** What the typed client gives back. */
export type Result<R extends Route> = Arrived<R['response']>;

type Sent<K extends string, S> = S extends Upload
  ? { [P in K]: Blob }
  : S extends z.ZodType
    ? Record<string, never> extends z.input<S>
      ? { [P in K]?: z.input<S> }
      : { [P in K]: z.input<S> }
    : unknown;

/** What the typed client is called with; parts without required members may be left out. */
export type Call<R extends Route> = Sent<'params', R['params']> & Sent<'query', R['query']> & Sent<'body', R['body']>;
