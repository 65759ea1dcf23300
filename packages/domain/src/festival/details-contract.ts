import { route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, Localised } from '../primitives.ts';
import { sections } from './details.ts';

/** A part with the version that the next change must name; 0 when nobody has written it yet. */
const versioned = <T extends z.ZodType>(content: T) => z.object({ version: z.int().min(0), content });

export const Details = z
  .object({
    contact: versioned(sections.contact),
    legal: versioned(sections.legal),
    policies: versioned(sections.policies),
    social: versioned(sections.social),
    // What was written before both were asked for is still told.
    faq: versioned(z.array(z.object({ question: Localised(200), answer: Localised(3000) }))),
    vat: versioned(sections.vat),
    travel: versioned(sections.travel),
    guide: versioned(sections.guide),
    reasons: versioned(sections.reasons),
    tokens: versioned(sections.tokens),
  })
  .meta({ id: 'FestivalDetails' });
export type Details = z.infer<typeof Details>;

const change = <N extends string, T extends z.ZodType>(section: N, content: T) =>
  z.object({ section: z.literal(section), version: z.int().min(0), content });

/** One part, written anew. */
export const DetailsChange = z.discriminatedUnion('section', [
  change('contact', sections.contact),
  change('legal', sections.legal),
  change('policies', sections.policies),
  change('social', sections.social),
  change('faq', sections.faq),
  change('vat', sections.vat),
  change('travel', sections.travel),
  change('guide', sections.guide),
  change('reasons', sections.reasons),
  change('tokens', sections.tokens),
]);
export type DetailsChange = z.infer<typeof DetailsChange>;

export const getDetails = route({
  method: 'GET',
  path: '/festivals/:festivalId/details',
  permission: 'public',
  summary:
    'Contact, legal texts, policies, social links, questions and answers, VAT rates, ways to the site, a guide to it, reasons to come, tokens',
  params: InFestival,
  response: Details,
  errors: ['general.not_found'],
});

export const saveDetails = route({
  method: 'PUT',
  path: '/festivals/:festivalId/details',
  permission: 'festival.edit',
  summary: 'Write one part of the details; `version` is the one that the change was made from',
  params: InFestival,
  body: DetailsChange,
  response: Details,
  errors: ['general.not_found', 'general.conflict'],
});
