import {
  inLanguage,
  listReadableCategories,
  type ReadableCategoryRow,
} from '#modules/knowledge/index.ts';
import type { ReaderTx } from '#platform/http/route.ts';
import type { Reading } from './reading.ts';

export type Categories = Awaited<ReturnType<typeof readCategories>>;

/** The categories with something for the reader in them, and how they stand to each other. */
export async function readCategories(tx: ReaderTx, { reader, languages }: Reading) {
  const rows = await listReadableCategories(tx, reader);
  const allChildrenOf = ({ id }: ReadableCategoryRow) =>
    rows.filter(({ parent_id: parent }) => parent === id);
  const countOf = (category: ReadableCategoryRow) =>
    [category, ...allChildrenOf(category)].reduce((sum, one) => sum + one.article_count, 0);
  const ref = ({ slug, names }: ReadableCategoryRow) => ({
    slug,
    name: inLanguage(names, languages),
  });
  return {
    all: rows,
    find: rows.find.bind(rows),
    ref,
    countOf,
    top: rows.filter((row) => row.parent_id === null && countOf(row) > 0),
    childrenOf: (category: ReadableCategoryRow) =>
      allChildrenOf(category).filter((child) => child.article_count > 0),
    parentOf(category: ReadableCategoryRow) {
      const parent = rows.find(({ id }) => id === category.parent_id);
      return parent ? ref(parent) : null;
    },
  };
}
