import { z } from 'zod';
import { BasisPoints, Cents, Email, Line, LocalDate, Localised, Text } from '../primitives.ts';
import { networkOf } from './social.ts';

/** A page of theirs on the web, by HTTPS. */
const Website = z.url({ protocol: /^https$/, hostname: z.regexes.domain, normalize: true }).max(300);

/** Whom a visitor asks, and who answers for the festival by law. */
export const Contact = z.object({
  /** The organiser's own name, as a contract names it. */
  organisation: Text(120),
  address: Text(300),
  email: Email.nullable(),
  phone: z
    .string()
    .regex(/^\+[1-9][\d ]{5,20}$/, { message: 'phone' })
    .nullable(),
  website: Website.nullable(),
  /** The organiser's own, which receipts name. */
  vatNumber: Line(30).optional(),
});
export type Contact = z.infer<typeof Contact>;

/** Texts in the small markup of `packages/ui/src/markup.ts`; HTML in them stays text. */
export const Legal = z.object({
  terms: Localised(20_000),
  privacy: Localised(20_000),
  refunds: Localised(20_000),
  cookies: Localised(20_000),
});
export type Legal = z.infer<typeof Legal>;

/** What every festival is asked about, in the order of the page. */
export const PolicyTopic = z.enum(['AGE', 'REENTRY', 'BAGS', 'CAMERAS', 'ANIMALS', 'PAYMENT', 'ACCESS', 'FOOD']);
export type PolicyTopic = z.infer<typeof PolicyTopic>;
// A form names every topic, also those that it leaves out.
export const Policies = z.partialRecord(PolicyTopic, Localised(1000).optional());
export type Policies = z.infer<typeof Policies>;

/** The ways to the site, each with a text in the small markup. */
export const TravelMode = z.enum(['TRAIN', 'BUS', 'BIKE', 'FOOT', 'CAR', 'TAXI']);
export type TravelMode = z.infer<typeof TravelMode>;
export const Travel = z.partialRecord(TravelMode, Localised(3000).optional());
export type Travel = z.infer<typeof Travel>;

/** What a visitor reads before coming, a chapter each, in the order of the page and in the small markup. */
export const GuideTopic = z.enum(['ENTRY', 'CASHLESS', 'CAMPING', 'ACCESSIBILITY', 'FAMILIES', 'SAFETY']);
export type GuideTopic = z.infer<typeof GuideTopic>;
export const Guide = z.partialRecord(GuideTopic, Localised(10_000).optional());
export type Guide = z.infer<typeof Guide>;

export const SocialLink = Website.refine((address) => networkOf(address) !== null, { message: 'network' });
export const Social = z
  .array(SocialLink)
  .max(20)
  .refine((all) => new Set(all).size === all.length, { message: 'duplicates' });

const inSomeLanguage = (texts: Partial<Record<string, string>>) => Object.values(texts).some((text) => text !== '');

export const Question = z.object({
  question: Localised(200).refine(inSomeLanguage, { message: 'no_question' }),
  answer: Localised(3000).refine(inSomeLanguage, { message: 'no_answer' }),
});
export type Question = z.infer<typeof Question>;
export const Faq = z.array(Question).max(60);

/** The sign beside a reason to come. */
export const ReasonSign = z.enum([
  'MUSIC',
  'STAR',
  'HEART',
  'TENT',
  'FOOD',
  'DRINK',
  'NATURE',
  'WATER',
  'NIGHT',
  'CITY',
  'TRAIN',
  'BIKE',
  'CHILDREN',
  'ACCESS',
  'ART',
  'DANCE',
]);
export type ReasonSign = z.infer<typeof ReasonSign>;

/** Why one should come: a sign, a few words, a sentence. */
export const Reason = z.object({
  sign: ReasonSign,
  title: Localised(80).refine(inSomeLanguage, { message: 'no_title' }),
  text: Localised(300),
});
export type Reason = z.infer<typeof Reason>;
export const Reasons = z.array(Reason).max(8);

/** A rate by name, included in prices, and the first day on which it holds; null has always held. */
export const VatRate = z.object({ name: Line(60), rate: BasisPoints, from: LocalDate.nullable() });
export type VatRate = z.infer<typeof VatRate>;
export const VatRates = z
  .array(VatRate)
  .max(30)
  .refine((all) => new Set(all.map(({ name, from }) => `${from} ${name}`)).size === all.length, {
    message: 'duplicates',
  });

/**
 * What is paid with on site, where that is not money itself: `count` tokens cost `price`, in minor units of the festival's currency.
 * Without a price the festival has none. They are shown, never booked: every amount stays money.
 */
export const Tokens = z.object({ count: z.int().min(1).max(1000), price: Cents.min(1).nullable() });
export type Tokens = z.infer<typeof Tokens>;

/** The parts of the details, each with what it holds. */
export const sections = {
  contact: Contact,
  legal: Legal,
  policies: Policies,
  social: Social,
  faq: Faq,
  vat: VatRates,
  travel: Travel,
  guide: Guide,
  reasons: Reasons,
  tokens: Tokens,
} as const;
export type SectionName = keyof typeof sections;

/** What a part holds that nobody has written yet. */
export const emptySections: { readonly [N in SectionName]: z.infer<(typeof sections)[N]> } = {
  contact: { organisation: '', address: '', email: null, phone: null, website: null },
  legal: { terms: {}, privacy: {}, refunds: {}, cookies: {} },
  policies: {},
  social: [],
  faq: [],
  vat: [],
  travel: {},
  guide: {},
  reasons: [],
  tokens: { count: 1, price: null },
};
