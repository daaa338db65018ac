import { z } from 'zod';
import { IdParams } from '#platform/http/fields.ts';
import { PageQuery, pageOf } from '#platform/http/page.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { getVersion, listVersions, restoreVersion } from './article-versions.ts';
import { AttachmentIds, Html, Language, Title } from './articles.fields.ts';
import { ArticleTextView, ArticleVersionView, VersionContentView } from './articles.views.ts';
import { publishText, unpublishArticleText } from './publish-text.ts';
import { dropDraft, removeText, saveDraft } from './write-text.ts';

const params = IdParams.extend({ language: Language });
const VersionParams = params.extend({ versionId: z.coerce.number().int().positive() });
const Version = z.number().int().min(0);
const path = '/articles/:id/texts/:language';

/** An article's text in one language: written, published, brought back. */
export const articleTextsRoutes: readonly Route[] = [
  consoleRoute({
    method: 'PUT',
    path: `${path}/draft`,
    summary: 'Keep what you write; 409 with `current` when somebody else did meanwhile',
    allow: 'knowledge.manage',
    params,
    body: z.strictObject({
      version: Version.describe('0 for a language that the article has not got yet'),
      title: Title,
      html: Html,
      attachmentIds: AttachmentIds.default([]),
    }),
    answer: ArticleTextView,
    handle: ({ tx, params: { id, language }, body }) => saveDraft(tx, id, language, body),
  }),
  consoleRoute({
    method: 'POST',
    path: `${path}/draft-removal`,
    summary: 'Discard the changes since the text was published',
    allow: 'knowledge.manage',
    params,
    body: z.strictObject({ version: Version }),
    answer: ArticleTextView,
    handle: ({ tx, params: { id, language }, body: { version } }) =>
      dropDraft(tx, id, language, version),
  }),
  consoleRoute({
    method: 'PUT',
    path: `${path}/publication`,
    summary: 'Publish the draft of this language',
    allow: 'knowledge.manage',
    params,
    body: z.strictObject({ version: Version }),
    answer: ArticleTextView,
    handle: ({ tx, params: { id, language }, body: { version } }) =>
      publishText(tx, id, language, version),
  }),
  consoleRoute({
    method: 'DELETE',
    path: `${path}/publication`,
    summary: 'Take this language back from readers; the draft stays',
    allow: 'knowledge.manage',
    params,
    answer: ArticleTextView,
    handle: ({ tx, params: { id, language } }) => unpublishArticleText(tx, id, language),
  }),
  consoleRoute({
    method: 'DELETE',
    path,
    summary: 'Remove a language that is not published; its versions stay',
    allow: 'knowledge.manage',
    params,
    handle: ({ tx, params: { id, language } }) => removeText(tx, id, language),
  }),
  consoleRoute({
    method: 'GET',
    path: `${path}/versions`,
    summary: 'What the text said, the newest version first',
    allow: 'knowledge.manage',
    params,
    query: PageQuery,
    answer: pageOf(ArticleVersionView),
    handle: ({ tx, params: { id, language }, query }) =>
      listVersions(tx, { articleId: id, language }, query),
  }),
  consoleRoute({
    method: 'GET',
    path: `${path}/versions/:versionId`,
    summary: 'One of the versions',
    allow: 'knowledge.manage',
    params: VersionParams,
    answer: VersionContentView,
    handle: ({ tx, params: { id, language, versionId } }) =>
      getVersion(tx, { articleId: id, language }, versionId),
  }),
  consoleRoute({
    method: 'POST',
    path: `${path}/versions/:versionId/restoration`,
    summary: 'Make the draft say what a version said',
    allow: 'knowledge.manage',
    params: VersionParams,
    body: z.strictObject({ version: Version }),
    answer: ArticleTextView,
    handle: ({ tx, params: { id, language, versionId }, body: { version } }) =>
      restoreVersion(tx, { articleId: id, language }, versionId, version),
  }),
];
