import { z } from 'zod';
import { PlaceKind } from './place-kind.ts';

/** Why a feature of a file cannot become a place. */
export const ImportReason = z.enum([
  'not_a_feature',
  'no_geometry',
  'geometry_type',
  'not_a_position',
  'out_of_range',
  'swapped',
  'too_many_positions',
  'too_few_positions',
  'not_closed',
  'no_area',
  'crosses_itself',
  'name',
  'name_too_long',
  'note',
  'capacity',
  'id',
  'duplicate_id',
]);
export type ImportReason = z.infer<typeof ImportReason>;

/** What is said of a feature that becomes a place nevertheless. */
export const ImportNote = z.enum(['height_dropped', 'ring_closed', 'far_away', 'kind_guessed', 'kind_unknown']);
export type ImportNote = z.infer<typeof ImportNote>;

/** What a file may say of a place. */
export const ImportedField = z.enum(['kind', 'name', 'note', 'geometry', 'capacity', 'icon', 'color', 'hours']);

/** What becomes of one feature of a file, by its place in it, counted from 0. */
export const ImportRow = z.object({
  index: z.int(),
  outcome: z.enum(['new', 'changed', 'same', 'refused']),
  /** What the file calls the feature. */
  id: z.string().nullable(),
  name: z.string(),
  kind: PlaceKind.nullable(),
  shape: z.string(),
  /** Fields that would change. */
  fields: z.array(ImportedField),
  reasons: z.array(ImportReason),
  notes: z.array(ImportNote),
});
export type ImportRow = z.infer<typeof ImportRow>;
