export { ApiError, Unreachable } from './api-error.ts';
export { Failure } from './failure.ts';
export type { Call, Input, Output, Result } from './exchange.ts';
export { route, type Answer, type Api, type Limit, type Method, type Route, type Routes } from './route.ts';
export {
  bytes,
  isSchema,
  lines,
  nothing,
  page,
  PageQuery,
  queryBoolean,
  queryInteger,
  queryList,
  upload,
  type Bytes,
  type Download,
  type Lines,
  type Nothing,
  type Page,
  type PageOf,
  type Received,
  type Upload,
} from './shapes.ts';
export { fillPath, queryString } from './path.ts';
export { createClient, type CallOptions, type Client, type ClientOptions } from './client.ts';
