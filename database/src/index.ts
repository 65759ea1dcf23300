export { apiRole, openPool, type PoolOptions, withConnection } from './connect.ts';
export type * from './generated.ts';
