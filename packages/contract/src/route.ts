import type { z } from 'zod';
import type { Bytes, Lines, Nothing, PageOf, Upload } from './shapes.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** How often one caller (or one address) may use a route: `times` within `seconds`. */
export interface Limit {
  times: number;
  seconds: number;
  /** Default `caller`: the session or device if there is one, else the address. */
  per?: 'caller' | 'address';
  /** Whoever may do this in the festival counts as a caller all the same: a whole team sits behind one address. */
  teamApart?: string;
}

export type RequestBody = z.ZodType | Upload;
export type Answer = z.ZodType | PageOf<z.ZodType> | Bytes | Lines<z.ZodType> | Nothing;

/** What a route is: everything that server, typed client and OpenAPI need to know of it. */
export interface Route {
  method: Method;
  /** Path without the server's mount point; parameters as `:name`. */
  path: `/${string}`;
  summary: string;
  /** The permission that the caller needs; `public` and `signed_in` are explicit choices. */
  permission: string;
  /** A write that moves money, capacity or people: an `Idempotency-Key` makes it safe to repeat. */
  idempotent?: boolean;
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** Headers of its own that it reads, such as a signature: the document names them, and its handler judges them. */
  headers?: z.ZodObject;
  body?: RequestBody;
  response: Answer;
  /** Status of success; 200, or 204 where there is nothing to answer. */
  status?: 200 | 201 | 202 | 204;
  /** Names of the errors that this route declares beyond those that every route may answer. */
  errors?: readonly string[];
  limit?: Limit;
}

/** Declares a route. Only types it: the object itself is the contract. */
export function route<const R extends Route>(declared: R): R {
  return declared;
}

/** Routes of one domain by name, and of all domains by domain. */
export type Routes = Record<string, Route>;
export type Api = Record<string, Routes>;
