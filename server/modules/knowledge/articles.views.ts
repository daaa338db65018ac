import { z } from 'zod';
import { ARTICLE_STATES, ARTICLE_VISIBILITIES } from '#shared/knowledge.ts';
import { LANGUAGES } from '#shared/languages.ts';
import type { ArticleFileRow } from './article-files.queries.ts';
import { ARTICLE_FILE_URLS, withFileUrls } from './article-html.rules.ts';
import type { TextRow } from './article-texts.queries.ts';
import type { VersionContent, VersionRow } from './article-versions.queries.ts';
import type { ArticleRow, ListedArticleRow } from './articles.queries.ts';

const LanguageName = z.enum(LANGUAGES);
const Named = z.object({ id: z.number(), name: z.string() });

export const ArticleFileView = z.object({
  id: z.number(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
  widthPx: z.number().nullable(),
  heightPx: z.number().nullable(),
  url: z.string(),
});
export type ArticleFileView = z.infer<typeof ArticleFileView>;

export const articleFileView = (row: ArticleFileRow): ArticleFileView => ({
  id: row.id,
  name: row.name,
  mediaType: row.media_type,
  sizeBytes: row.size_bytes,
  widthPx: row.width_px,
  heightPx: row.height_px,
  url: ARTICLE_FILE_URLS.console + row.id,
});

const Content = z.object({
  title: z.string(),
  html: z.string(),
  attachments: z.array(ArticleFileView),
});

/** An article in one language. */
export const ArticleTextView = z.object({
  language: LanguageName,
  state: z.enum(ARTICLE_STATES),
  published: Content.extend({ publishedAt: z.date() }).nullable(),
  draft: Content.extend({
    version: z.number(),
    updatedAt: z.date(),
    technicianName: z.string().nullable(),
  })
    .nullable()
    .describe('Only for who writes articles'),
});
export type ArticleTextView = z.infer<typeof ArticleTextView>;

const Summary = z.object({
  id: z.number(),
  slug: z.string(),
  categoryId: z.number(),
  visibility: z.enum(ARTICLE_VISIBILITIES),
  customers: z.array(Named).describe('Whose contacts may read it, for the visibility customers'),
  languages: z.array(z.object({ language: LanguageName, state: z.enum(ARTICLE_STATES) })),
  isArchived: z.boolean(),
  author: Named.nullable(),
  views: z.number(),
  helpful: z.number(),
  unhelpful: z.number(),
  version: z.number(),
  createdAt: z.date(),
  updatedAt: z.date(),
});

/** An article in a list, with its title in the reader's language or another that it has. */
export const ListedArticleView = Summary.extend({ title: z.string(), titleLanguage: LanguageName });
export type ListedArticleView = z.infer<typeof ListedArticleView>;

/** An article as technicians see it, in every language. */
export const ArticleView = Summary.extend({
  address: z.string().describe('In the portal; readers find it there once it is published'),
  texts: z.array(ArticleTextView),
});
export type ArticleView = z.infer<typeof ArticleView>;

const summary = (row: ArticleRow): z.infer<typeof Summary> => ({
  id: row.id,
  slug: row.slug,
  categoryId: row.category_id,
  visibility: row.visibility,
  customers: row.customers,
  languages: row.languages,
  isArchived: row.archived_at !== null,
  author:
    row.author_id === null
      ? null
      : { id: row.author_id, name: `${row.author_first_name} ${row.author_last_name}`.trim() },
  views: row.views,
  helpful: row.helpful,
  unhelpful: row.unhelpful,
  version: row.version,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

export const listedArticleView = (row: ListedArticleRow): ListedArticleView => ({
  ...summary(row),
  title: row.title,
  titleLanguage: row.title_language,
});

export const articleView = (
  row: ArticleRow,
  rest: { address: string; texts: ArticleTextView[] },
): ArticleView => ({ ...summary(row), ...rest });

type FilesOf = (ids: readonly number[]) => ArticleFileView[];

/** @param filesOf the files with these ids */
export function articleTextView(
  row: TextRow,
  { isWriter, filesOf }: { isWriter: boolean; filesOf: FilesOf },
): ArticleTextView {
  const isChanged = row.has_changes && isWriter;
  return {
    language: row.language,
    state: row.published_at === null ? 'draft' : isChanged ? 'changed' : 'published',
    published: row.published_at && {
      title: row.title ?? '',
      html: withFileUrls(row.html ?? '', 'console'),
      attachments: filesOf(row.attachment_ids),
      publishedAt: row.published_at,
    },
    draft: !isWriter
      ? null
      : {
          title: row.draft_title,
          html: withFileUrls(row.draft_html, 'console'),
          attachments: filesOf(row.draft_attachment_ids),
          version: row.version,
          updatedAt: row.updated_at,
          technicianName: row.technician_name,
        },
  };
}

/** One of the texts that an article had. */
export const ArticleVersionView = z.object({
  id: z.number(),
  title: z.string(),
  technicianName: z.string(),
  publishedAt: z.date().nullable(),
  restoredFromAt: z.date().nullable().describe('When the version that it brought back was written'),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type ArticleVersionView = z.infer<typeof ArticleVersionView>;

export const articleVersionView = (row: VersionRow): ArticleVersionView => ({
  id: row.id,
  title: row.title,
  technicianName: row.technician_name,
  publishedAt: row.published_at,
  restoredFromAt: row.restored_from_at,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

export const VersionContentView = ArticleVersionView.extend({
  html: z.string(),
  attachments: z.array(ArticleFileView),
});
export type VersionContentView = z.infer<typeof VersionContentView>;

export const versionContentView = (
  row: VersionContent,
  attachments: ArticleFileView[],
): VersionContentView => ({
  ...articleVersionView(row),
  html: withFileUrls(row.html, 'console'),
  attachments,
});

/** An article that was found for some words, as readers get it. */
export const ArticleMatchView = z.object({
  id: z.number(),
  title: z.string(),
  language: LanguageName,
  visibility: z.enum(ARTICLE_VISIBILITIES),
  categoryId: z.number(),
  address: z.string(),
  markedTitle: z.array(z.object({ text: z.string(), isHit: z.boolean() })),
  excerpt: z.array(z.object({ text: z.string(), isHit: z.boolean() })),
});
export type ArticleMatchView = z.infer<typeof ArticleMatchView>;
