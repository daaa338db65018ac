import { getSite } from '#modules/portal/index.ts';
import {
  enterKnowledgeBase,
  FOUND_MAX,
  findArticles,
  getKnowledgeHome,
  getReadableArticle,
  getReadableCategory,
  listArticles,
  type Reading,
} from '#modules/portal-articles/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import type { VisitorActor } from '#platform/actor.ts';
import { actAs } from '#platform/db/tenant-tx.ts';
import { AppError, notFound } from '#platform/errors.ts';
import { writeMarkup } from '#platform/html/write-markup.ts';
import type { ReaderTx } from '#platform/http/route.ts';
import type { Visit, WritePage, Written } from '#platform/http/written-page.ts';
import { translate } from '#platform/i18n/translate.ts';
import { LANGUAGES, type Language } from '#shared/languages.ts';
import type { MarkupElement } from '#shared/markup.ts';
import {
  articlePage,
  categoryPage,
  homePage,
  type PageSetting,
  searchPage,
} from '#shared/reader-pages.ts';
import { type PageAddress, pageAddress } from './page-address.rules.ts';
import { pageFrame, type Site } from './page-frame.ts';
import { type HeadFacts, pageHead } from './page-head.ts';
import { robotsOf, sitemapOf } from './sitemap.ts';

const SEARCH_MAX_CHARS = 200;

/**
 * Public pages of the portal, written for whoever comes: what a visitor may read, whoever asks. So
 * nothing that is not public is ever in a page, and everybody gets the same one.
 */
export const writePage: WritePage = async (visit) => {
  const address = pageAddress(visit.path);
  const file = FILES[visit.path];
  if (!address && !file) return null;
  const actor: VisitorActor = {
    kind: 'visitor',
    name: 'visitor',
    language: visit.language ?? 'en',
  };
  return visit.platform.db.withTenant({ tenantId: visit.tenantId, actor }, async (anybody) => {
    const tx = actAs(anybody, actor);
    const site = await getSite(tx);
    const isPublic = site.showsKnowledgeBase && site.isKnowledgeBasePublic;
    if (file) return isPublic ? file(tx) : fileOfNothing(visit.path);
    // Who wants to sign in first gets the app alone.
    if (!address || !isPublic || visit.query.has('signIn')) return null;
    const language = address.language ?? visit.language ?? site.language;
    return writeAddress(tx, visit, address, { site, language }).catch((error) => {
      // For contacts there may be something; the app finds out who asks.
      if (error instanceof AppError && error.status === 404) return null;
      throw error;
    });
  });
};

/** Without a public page there are no addresses to list, and nothing for search engines at all. */
function fileOfNothing(path: string): null {
  if (path === '/sitemap.xml') throw notFound();
  return null;
}

interface Reader {
  site: Site;
  language: Language;
}

type Content = Pick<HeadFacts, 'title' | 'description' | 'languages'> &
  Partial<HeadFacts> & {
    page: (setting: PageSetting) => MarkupElement;
    /** For the app: what it would have asked for. */
    given: object;
  };

async function writeAddress(
  tx: ReaderTx,
  visit: Visit,
  address: PageAddress,
  { site, language }: Reader,
): Promise<Written> {
  const prefix = address.language ? `/${address.language}` : '';
  const say = (key: string, params = {}) => translate(language, key, params);
  const reading = await enterKnowledgeBase(tx, language);
  const content = await contentOf(tx, visit, address, reading, say);
  const path = content.path ?? '/kb';
  if (address.kind === 'article' && path !== `/kb/${address.category}/${address.article}`)
    return { kind: 'moved', to: withQuery(prefix + path, visit.query) };
  // A list is there in every language that something in it can be read in.
  const languages = content.languages.length > 0 ? content.languages : [language];
  const { portalAddress: origin } = await getTenant(tx);
  const facts: HeadFacts = {
    isArticle: false,
    pictureUrl: site.logo?.url ?? null,
    style: site.style,
    language: languages.includes(language) ? language : (languages[0] ?? language),
    ...content,
    origin,
    siteName: site.name,
    path,
    languages,
  };
  const page = content.page({ say, language, prefix });
  const frame = pageFrame(page, { site, language, path, languages: LANGUAGES, prefix });
  return {
    kind: 'page',
    language,
    title: `${content.title} · ${site.name}`,
    head: pageHead(facts),
    body: writeMarkup(frame),
    data: { language, site, ...content.given },
  };
}

async function contentOf(
  tx: ReaderTx,
  { query }: Visit,
  address: PageAddress,
  reading: Reading,
  say: PageSetting['say'],
): Promise<Content> {
  if (address.kind === 'category') {
    const category = await getReadableCategory(tx, address.category, reading);
    return {
      title: category.name,
      description: category.description || say('articles:categoryIs', { category: category.name }),
      path: `/kb/${category.slug}`,
      languages: category.languages,
      page: (setting) => categoryPage(category, setting),
      given: { category },
    };
  }
  if (address.kind === 'article') {
    const article = await getReadableArticle(tx, address.article, reading);
    return {
      title: article.title,
      description: article.summary,
      path: article.path,
      language: article.language,
      languages: article.languages,
      pictureUrl: article.pictureUrl,
      publishedAt: article.publishedAt,
      isArticle: true,
      page: (setting) => articlePage(article, setting),
      given: { article },
    };
  }
  const search = searchIn(query);
  if (search !== '') {
    const items = await findArticles(tx, { search, limit: FOUND_MAX }, reading);
    return {
      title: say('articles:title'),
      description: '',
      languages: [],
      isUnlisted: true,
      page: (setting) => searchPage({ search, items }, setting),
      given: { found: { search, items } },
    };
  }
  const home = await getKnowledgeHome(tx, reading);
  return {
    title: say('articles:title'),
    description: say('articles:lead'),
    languages: home.languages,
    page: (setting) => homePage(home, setting),
    given: { home },
  };
}

/** What was looked for; what no text can hold is left out. */
const searchIn = (query: URLSearchParams) =>
  (query.get('search') ?? '')
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, SEARCH_MAX_CHARS)
    .toWellFormed();

const FILES: Record<string, (tx: ReaderTx) => Promise<Written>> = {
  '/robots.txt': async (tx) => {
    const { portalAddress } = await getTenant(tx);
    const content = robotsOf(portalAddress, LANGUAGES);
    return { kind: 'file', mediaType: 'text/plain; charset=utf-8', content };
  },
  '/sitemap.xml': async (tx) => {
    const { portalAddress } = await getTenant(tx);
    const reading = await enterKnowledgeBase(tx);
    const home = await getKnowledgeHome(tx, reading);
    const articles = await listArticles(tx, undefined, reading);
    const categories = home.categories.flatMap((one) => [one, ...one.children]);
    const content = sitemapOf(portalAddress, [
      { path: '/kb', languages: home.languages, changedAt: null },
      ...categories.map(({ slug }) => ({
        path: `/kb/${slug}`,
        languages: home.languages,
        changedAt: null,
      })),
      ...articles.map(({ path, languages, publishedAt }) => ({
        path,
        languages,
        changedAt: publishedAt,
      })),
    ]);
    return { kind: 'file', mediaType: 'application/xml; charset=utf-8', content };
  },
};

const withQuery = (path: string, query: URLSearchParams) =>
  query.size === 0 ? path : `${path}?${query}`;
