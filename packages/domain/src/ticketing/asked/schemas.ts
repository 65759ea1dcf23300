/** What a festival asks of its buyers and of those who come: questions, names, minors. Kept as one document and changed as a whole. */
import { z } from 'zod';
import { Instant, Line, LocalDate, Localised, TicketId, TicketTypeId } from '../../primitives.ts';
import { contradictionsOf } from './contradictions.ts';

const named = (max: number) =>
  Localised(max).refine((names) => Object.values(names).some((name) => name !== ''), { message: 'no_name' });
const areUnlike = (keys: readonly string[]) => new Set(keys).size === keys.length;
const duplicates = { message: 'duplicates' };
const TypeIds = z.array(TicketTypeId).max(200).refine(areUnlike, duplicates);

export const QuestionKind = z.enum([
  'TEXT',
  'LONG_TEXT',
  'NUMBER',
  'DATE',
  'YES_NO',
  'ONE_OF',
  'SEVERAL_OF',
  'COUNTRY',
  'PHONE',
  'EMAIL',
]);
export type QuestionKind = z.infer<typeof QuestionKind>;

export const QuestionOption = z.object({ id: z.uuid(), name: named(120) });

/** One thing that is asked: once of the order, or for each ticket. */
export const BuyerQuestion = z
  .object({
    id: z.uuid(),
    of: z.enum(['TICKET', 'ORDER']),
    /** While buying, or afterwards on the order's page, until changes end. */
    at: z.enum(['CHECKOUT', 'LATER']),
    kind: QuestionKind,
    label: named(200),
    help: Localised(500),
    required: z.boolean(),
    /** The types that it is asked for; none named is all. One of the order is asked where one of them is bought. */
    ticketTypeIds: TypeIds,
    /** Asked only where an earlier question was answered with one of these: an option's id, YES or NO, a country's code. */
    condition: z.object({ questionId: z.uuid(), anyOf: z.array(z.string().min(1).max(40)).min(1).max(50) }).nullable(),
    options: z
      .array(QuestionOption)
      .max(50)
      .refine((all) => areUnlike(all.map(({ id }) => id)), duplicates),
    active: z.boolean(),
  })
  .meta({ id: 'BuyerQuestion' });
export type BuyerQuestion = z.infer<typeof BuyerQuestion>;

/** Who, of those that come with a type, is a minor, and what that takes. */
export const MinorRule = z
  .object({
    ticketTypeId: TicketTypeId,
    /** Whole years on the festival's first day: who is not older is a minor. */
    upToAge: z.int().min(0).max(25),
    /** Whether older people cannot have this type. */
    minorsOnly: z.boolean(),
    /** Nobody is named; somebody of age is, with a telephone; and they hold a ticket of the same order. */
    guardian: z.enum(['NONE', 'NAMED', 'IN_ORDER']),
  })
  .meta({ id: 'MinorRule' });
export type MinorRule = z.infer<typeof MinorRule>;

const asked = z.object({
  /** Whether each ticket wants a name of its own. NEVER: the buyer's stands on all. */
  names: z.enum(['NEVER', 'OPTIONAL', 'REQUIRED']),
  /** Until when buyers change names and answer what is asked later; null: they do not. */
  changesUntil: Instant.nullable(),
  questions: z
    .array(BuyerQuestion)
    .max(60)
    .refine((all) => areUnlike(all.map(({ id }) => id)), duplicates),
  minors: z
    .array(MinorRule)
    .max(200)
    .refine((all) => areUnlike(all.map(({ ticketTypeId }) => ticketTypeId)), duplicates),
});

export const AskedOfBuyers = asked
  .superRefine((given, context) => {
    for (const { path, message } of contradictionsOf(given))
      context.addIssue({ code: 'custom', path: [...path], message });
  })
  .meta({ id: 'AskedOfBuyers' });
export type AskedOfBuyers = z.infer<typeof asked>;

/** What is given as an answer, before it is judged: text, a number, yes or no, or the ids of options. */
export const AnswerValue = z.union([z.string().max(4000), z.number(), z.boolean(), z.array(z.uuid()).max(50)]);
export type AnswerValue = z.infer<typeof AnswerValue>;

export const Answer = z.object({ questionId: z.uuid(), value: AnswerValue });
export type Answer = z.infer<typeof Answer>;
export const Answers = z
  .array(Answer)
  .max(60)
  .refine((all) => areUnlike(all.map(({ questionId }) => questionId)), duplicates);

/** One of an order's tickets before there are any: the line that it is bought with, and which of that line's it is, from 1. */
export const Place = z.object({ lineNo: z.int().min(1).max(500), nth: z.int().min(1).max(100) });
export type Place = z.infer<typeof Place>;

/** Somebody of age who answers for a minor; `place` is their own ticket of the same order, whose name counts. */
export const Guardian = z.object({ name: Line(120).optional(), phone: z.string().max(60), place: Place.optional() });
export type Guardian = z.infer<typeof Guardian>;

/** Somebody who comes, as the buyer tells of them. */
export const Attendee = Place.extend({
  name: Line(120).optional(),
  /** YYYY-MM-DD. */
  bornOn: z.string().max(10).optional(),
  guardian: Guardian.optional(),
  answers: Answers.default([]),
});
export type Attendee = z.infer<typeof Attendee>;

export const Attendees = z
  .array(Attendee)
  .max(500)
  .refine((all) => areUnlike(all.map(({ lineNo, nth }) => `${lineNo}.${nth}`)), duplicates);

/** An answer as it was given, with the words in which it was asked: what becomes of the question changes neither. */
export const KeptAnswer = z
  .object({
    questionId: z.uuid(),
    kind: QuestionKind,
    label: Localised(200),
    value: AnswerValue,
    /** The options that were chosen, by their names of that day. */
    chosen: z.array(QuestionOption),
  })
  .meta({ id: 'KeptAnswer' });
export type KeptAnswer = z.infer<typeof KeptAnswer>;

/** What is known of one ticket's holder. */
export const HolderKnown = Place.extend({
  ticketId: TicketId.nullable(),
  ticketTypeId: TicketTypeId,
  /** What its line is called. */
  typeName: Localised(200),
  holder: z.string(),
  /** Whether the ticket still opens a gate, so that something of it may change. */
  alive: z.boolean(),
  bornOn: LocalDate.nullable(),
  minor: z.boolean(),
  guardian: z.object({ name: z.string(), phone: z.string(), place: Place.nullable() }).nullable(),
  answers: z.array(KeptAnswer),
}).meta({ id: 'HolderKnown' });
export type HolderKnown = z.infer<typeof HolderKnown>;
