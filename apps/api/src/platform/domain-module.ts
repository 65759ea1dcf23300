import type { Type } from '@nestjs/common';
import type { HistoryRule } from './history-rule.ts';
import type { LiveRule } from './live/live-rule.ts';
import type { PersonalPart } from './personal-part.ts';
import type { Searcher } from './searcher.ts';
import type { Listed } from './table/listed.ts';
import type { Tx } from './transaction.ts';
import type { FastifyInstance } from 'fastify';
import type { Ctx, Resources } from './context.ts';

/** What a job is given: the event that it follows from, or nothing for one that the clock starts. */
export interface JobPayload {
  festivalId: string;
  eventId: string;
  subjectId: string;
}

export type Job = (ctx: Ctx, payload: JobPayload) => Promise<void>;
export type ScheduledJob = (ctx: Ctx) => Promise<void>;

/** What a domain brings into the house. */
export interface DomainModule {
  name: string;
  controllers: Type[];
  /** What is served as it is, outside the contract: files that everyone may have and any cache may keep. */
  pages?: (server: FastifyInstance, resources: Resources) => void;
  /** Work done after the deed, by the worker, retried until it succeeds: each must bear being done twice. */
  jobs?: Record<string, Job>;
  /** Which jobs follow an event, by its name. */
  subscriptions?: Record<string, string[]>;
  /** What open screens are told of the domain's events. */
  live?: readonly LiveRule[];
  /** How the names of events begin after which a festival's public pages show something else. Never what happens with every sale. */
  shown?: readonly string[];
  /** The next moment after `now` at which the clock alone changes what everyone may see of it, in the transaction's festival (ISO, UTC). */
  nextMoment?: (tx: Tx, now: Date) => Promise<string | null>;
  /** Work that the worker does every so many seconds. */
  schedule?: Record<string, { everySeconds: number; run: ScheduledJob }>;
  /** What of it is found by name. */
  find?: readonly Searcher[];
  /** What it holds about people. */
  personal?: readonly PersonalPart[];
  /** Who reads the past of its records. */
  history?: readonly HistoryRule[];
  /** Which of its lists go out as files. */
  lists?: readonly Listed[];
}
