import { z } from 'zod';
import { LANGUAGES } from '#shared/languages.ts';

const LanguageName = z.enum(LANGUAGES);

const CategoryRef = z.object({ slug: z.string(), name: z.string() });

/** An article in a list. Its address is the same in every language, below the portal's. */
export const ArticleRow = z.object({
  id: z.number(),
  slug: z.string(),
  /** Such as `/kb/printing/paper-jam`. */
  path: z.string(),
  title: z.string(),
  /** The beginning of what it says. */
  summary: z.string(),
  /** The one that it is shown in here. */
  language: LanguageName,
  /** Every language that it can be read in. */
  languages: z.array(LanguageName),
  category: CategoryRef,
  publishedAt: z.date(),
});
export type ArticleRow = z.infer<typeof ArticleRow>;

const Pieces = z.array(z.object({ text: z.string(), isHit: z.boolean() }));

/** An article that was looked for: what was found is marked in its title and in a piece of its text. */
export const FoundArticle = ArticleRow.extend({
  titlePieces: Pieces,
  textPieces: Pieces,
  /** All the words are in it, not only the more telling ones. */
  hasAllWords: z.boolean(),
});
export type FoundArticle = z.infer<typeof FoundArticle>;

const CategoryCard = CategoryRef.extend({
  description: z.string(),
  /** Of the category and of those in it. */
  articleCount: z.number(),
  children: z.array(CategoryRef.extend({ articleCount: z.number() })),
  /** The first of them. */
  articles: z.array(ArticleRow),
});

export const KnowledgeHomeView = z.object({
  categories: z.array(CategoryCard),
  /** Every language that something here can be read in. */
  languages: z.array(LanguageName),
});
export type KnowledgeHomeView = z.infer<typeof KnowledgeHomeView>;

export const CategoryView = CategoryRef.extend({
  description: z.string(),
  parent: CategoryRef.nullable(),
  children: z.array(CategoryRef.extend({ articleCount: z.number(), description: z.string() })),
  articles: z.array(ArticleRow),
  languages: z.array(LanguageName),
});
export type CategoryView = z.infer<typeof CategoryView>;

export const ArticleView = z.object({
  id: z.number(),
  slug: z.string(),
  path: z.string(),
  title: z.string(),
  /** The first words. */
  summary: z.string(),
  /** Clean; pictures have addresses on this host, headings have names. */
  html: z.string(),
  contents: z.array(z.object({ id: z.string(), text: z.string(), level: z.number() })),
  language: LanguageName,
  /** Every language that it can be read in. */
  languages: z.array(LanguageName),
  category: CategoryRef,
  parentCategory: CategoryRef.nullable(),
  attachments: z.array(
    z.object({ id: z.number(), name: z.string(), sizeBytes: z.number(), url: z.string() }),
  ),
  /** The first picture in it. */
  pictureUrl: z.string().nullable(),
  publishedAt: z.date(),
});
export type ArticleView = z.infer<typeof ArticleView>;
