import { z } from 'zod';
import { LANGUAGES } from '#shared/languages.ts';
import type { CategoryRow } from './categories.queries.ts';

const Texts = z.partialRecord(z.enum(LANGUAGES), z.string());

/** A category as technicians see it. */
export const CategoryView = z.object({
  id: z.number(),
  parentId: z.number().nullable(),
  slug: z.string(),
  names: Texts,
  descriptions: Texts,
  articleCount: z.number().describe('That you may see; for who writes, archived ones too'),
  version: z.number(),
});
export type CategoryView = z.infer<typeof CategoryView>;

export const categoryView = (row: CategoryRow): CategoryView => ({
  id: row.id,
  parentId: row.parent_id,
  slug: row.slug,
  names: row.names,
  descriptions: row.descriptions,
  articleCount: row.article_count,
  version: row.version,
});
