import type { ArticleVisibility } from '#shared/knowledge.ts';
import type { Language } from '#shared/languages.ts';
import type { TestTenant } from './tenant.ts';
import type { TestServer } from './test-server.ts';

export interface TestArticle {
  category: string;
  slug: string;
  /** By language: title and clean HTML. */
  texts: Partial<Record<Language, { title: string; html: string }>>;
  visibility?: ArticleVisibility;
  /** For the visibility `customers`. */
  customerIds?: number[];
  isDraft?: boolean;
  formerSlugs?: string[];
  imageIds?: number[];
  attachmentIds?: number[];
}

/** A category of the tenant's knowledge base; returns its id. */
export async function makeCategory(
  server: TestServer,
  { tenantId }: TestTenant,
  category: { slug: string; names: Partial<Record<Language, string>>; parentId?: number },
): Promise<number> {
  const [row] = await server.rows<{ id: number }>(
    `insert into article_categories (tenant_id, slug, names, parent_id, position)
     values ($1, $2, $3, $4, 0) returning id`,
    [tenantId, category.slug, category.names, category.parentId ?? null],
  );
  return Number(row?.id);
}

/** An article as readers get it, without the way through drafts and publishing; returns its id. */
export async function makeArticle(
  server: TestServer,
  { tenantId }: TestTenant,
  article: TestArticle,
): Promise<number> {
  const { category, slug, texts, visibility = 'public', formerSlugs = [] } = article;
  const [row] = await server.rows<{ id: number }>(
    `insert into articles (tenant_id, category_id, slug, former_slugs, visibility)
     select $1, id, $3, $4, $5 from article_categories where tenant_id = $1 and slug = $2
     returning id`,
    [tenantId, category, slug, formerSlugs, visibility],
  );
  const id = Number(row?.id);
  for (const customerId of article.customerIds ?? [])
    await server.rows('insert into article_customers values ($1, $2, $3)', [
      tenantId,
      id,
      customerId,
    ]);
  for (const [language, { title, html }] of Object.entries(texts))
    await server.rows(
      `insert into article_texts (tenant_id, article_id, language, draft_title, draft_html,
         published_at, first_published_at, title, html, words, image_ids, attachment_ids)
       values ($1, $2, $3, $4, $5, $6, $6, $4, $5, $7, $8, $9)`,
      [
        tenantId,
        id,
        language,
        title,
        html,
        article.isDraft ? null : new Date(),
        html.replace(/<[^>]*>/g, ' '),
        article.imageIds ?? [],
        article.attachmentIds ?? [],
      ],
    );
  return id;
}

/** A file of articles; returns its id. */
export async function makeArticleFile(
  server: TestServer,
  { tenantId }: TestTenant,
  file: { name: string; mediaType: string; content: Buffer; widthPx?: number; heightPx?: number },
): Promise<number> {
  const stored = await server.platform.files.put(file.content);
  const [row] = await server.rows<{ id: number }>(
    `insert into article_files
       (tenant_id, file_key, name, media_type, size_bytes, width_px, height_px, sha256)
     values ($1, $2, $3, $4, $5, $6, $7, '\\x00') returning id`,
    [
      tenantId,
      stored.key,
      file.name,
      file.mediaType,
      file.content.length,
      file.widthPx ?? null,
      file.heightPx ?? null,
    ],
  );
  return Number(row?.id);
}
