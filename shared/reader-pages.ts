import type { Language } from './languages.ts';
import { cleanHtml, el, type Markup, type MarkupElement, slot } from './markup.ts';

/** The knowledge base's pages as readers see them, for the server and the app alike. */

export interface CategoryRef {
  slug: string;
  name: string;
}
interface Row {
  path: string;
  title: string;
  summary: string;
  language: Language;
}
export interface HomeContent {
  categories: readonly (CategoryRef & {
    description: string;
    articleCount: number;
    children: readonly (CategoryRef & { articleCount: number })[];
    articles: readonly Row[];
  })[];
}
export interface CategoryContent extends CategoryRef {
  description: string;
  parent: CategoryRef | null;
  children: readonly (CategoryRef & { articleCount: number; description: string })[];
  articles: readonly Row[];
}
export interface Piece {
  text: string;
  isHit: boolean;
}
export interface SearchContent {
  search: string;
  items: readonly (Row & {
    category: CategoryRef;
    titlePieces: readonly Piece[];
    textPieces: readonly Piece[];
  })[];
}
export interface ArticleContent extends Omit<Row, 'summary'> {
  slug: string;
  html: string;
  contents: readonly { id: string; text: string; level: number }[];
  category: CategoryRef;
  parentCategory: CategoryRef | null;
  attachments: readonly { name: string; sizeBytes: number; url: string }[];
  publishedAt: string | Date;
}

/** What a page needs besides its content. */
export interface PageSetting {
  /** The sentence of the catalogue `articles`. */
  say(key: string, params?: Record<string, string | number>): string;
  /** Of the words around the content. */
  language: Language;
  /** `/de` where the address names its language, else nothing. */
  prefix: string;
}

const dateOf = (day: string | Date, language: Language) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

/** Content in another language than the words around it says so, for whoever has it read aloud. */
const langOf = (language: Language, setting: PageSetting) =>
  language === setting.language ? null : language;

export function searchForm(setting: PageSetting, search = ''): MarkupElement {
  const { say, prefix } = setting;
  return el(
    'form',
    { class: 'kb-search', role: 'search', action: `${prefix}/kb`, method: 'get' },
    slot(
      'search',
      el('input', {
        type: 'search',
        id: 'kb-search',
        name: 'search',
        value: search,
        class: 'kb-search-field',
        placeholder: say('articles:search.placeholder'),
        'aria-label': say('articles:search.label'),
        maxlength: 200,
        autocomplete: 'off',
      }),
    ),
    el('button', { type: 'submit', class: 'kb-search-button' }, say('articles:search.submit')),
  );
}

/** The head of home and search: what this is, and the field to ask in. */
function hero(setting: PageSetting, search: string): MarkupElement {
  const { say } = setting;
  return el(
    'div',
    { class: 'kb-hero' },
    el('h1', { class: 'kb-title' }, say('articles:title')),
    el('p', { class: 'kb-lead' }, say('articles:lead')),
    searchForm(setting, search),
  );
}

export function homePage(content: HomeContent, setting: PageSetting): MarkupElement {
  const { say, prefix } = setting;
  return el(
    'div',
    { class: 'kb' },
    hero(setting, ''),
    content.categories.length === 0 && el('p', { class: 'kb-dim' }, say('articles:empty')),
    el(
      'div',
      { class: 'kb-cards' },
      ...content.categories.map((category) =>
        el(
          'section',
          { class: 'kb-card' },
          el(
            'h2',
            { class: 'kb-card-title' },
            el('a', { href: `${prefix}/kb/${category.slug}` }, category.name),
          ),
          category.description !== '' && el('p', { class: 'kb-dim' }, category.description),
          el(
            'ul',
            { class: 'kb-plain' },
            ...category.articles.map((article) =>
              el(
                'li',
                {},
                el(
                  'a',
                  { href: prefix + article.path, lang: langOf(article.language, setting) },
                  article.title,
                ),
              ),
            ),
          ),
          el(
            'a',
            { class: 'kb-more', href: `${prefix}/kb/${category.slug}` },
            say('articles:all', { count: category.articleCount, category: category.name }),
          ),
        ),
      ),
    ),
  );
}

function crumbs(setting: PageSetting, ...categories: (CategoryRef | null)[]): MarkupElement {
  const { say, prefix } = setting;
  return el(
    'nav',
    { class: 'kb-crumbs', 'aria-label': say('articles:crumbs') },
    el(
      'ol',
      {},
      el('li', {}, el('a', { href: `${prefix}/kb` }, say('articles:title'))),
      ...categories
        .filter((one) => one !== null)
        .map(({ slug, name }) => el('li', {}, el('a', { href: `${prefix}/kb/${slug}` }, name))),
    ),
  );
}

export function categoryPage(content: CategoryContent, setting: PageSetting): MarkupElement {
  const { say, prefix } = setting;
  return el(
    'div',
    { class: 'kb kb-narrow' },
    crumbs(setting, content.parent),
    el('h1', { class: 'kb-title' }, content.name),
    content.description !== '' && el('p', { class: 'kb-lead' }, content.description),
    content.children.length > 0 &&
      el(
        'ul',
        { class: 'kb-plain kb-children' },
        ...content.children.map((child) =>
          el(
            'li',
            { class: 'kb-child' },
            el('a', { href: `${prefix}/kb/${child.slug}` }, child.name),
            el('span', { class: 'kb-dim' }, say('articles:count', { count: child.articleCount })),
          ),
        ),
      ),
    el('ul', { class: 'kb-plain kb-rows' }, ...content.articles.map((row) => rowOf(row, setting))),
  );
}

const rowOf = (row: Row, setting: PageSetting) =>
  el(
    'li',
    { class: 'kb-row', lang: langOf(row.language, setting) },
    el('h2', { class: 'kb-row-title' }, el('a', { href: setting.prefix + row.path }, row.title)),
    el('p', { class: 'kb-dim' }, row.summary),
  );

const marked = (pieces: readonly Piece[]): Markup =>
  pieces.map(({ text, isHit }) => (isHit ? el('mark', { class: 'kb-hit' }, text) : text));

export function searchPage(content: SearchContent, setting: PageSetting): MarkupElement {
  return el('div', { class: 'kb' }, hero(setting, content.search), foundList(content, setting));
}

export function foundList(content: SearchContent, setting: PageSetting): MarkupElement {
  const { say, prefix } = setting;
  const { items, search } = content;
  return el(
    'div',
    { class: 'kb-narrow' },
    el(
      'p',
      { class: 'kb-dim', role: 'status' },
      items.length === 0
        ? say('articles:search.nothing', { search })
        : say('articles:search.found', { count: items.length, search }),
    ),
    items.length === 0 && el('p', {}, say('articles:search.nothingLead')),
    el(
      'ul',
      { class: 'kb-plain kb-rows' },
      ...items.map((item) =>
        el(
          'li',
          { class: 'kb-row', lang: langOf(item.language, setting) },
          el(
            'h2',
            { class: 'kb-row-title' },
            el('a', { href: prefix + item.path }, marked(item.titlePieces)),
          ),
          el('p', { class: 'kb-dim' }, marked(item.textPieces)),
          el('p', { class: 'kb-where' }, item.category.name),
        ),
      ),
    ),
    items.length === 0 && askUs(setting, null),
  );
}

export function articlePage(content: ArticleContent, setting: PageSetting): MarkupElement {
  const { say, language } = setting;
  const lang = langOf(content.language, setting);
  return el(
    'div',
    { class: 'kb kb-article' },
    el(
      'div',
      { class: 'kb-article-main' },
      crumbs(setting, content.parentCategory, content.category),
      el(
        'article',
        { lang },
        el('h1', { class: 'kb-title' }, content.title),
        el(
          'p',
          { class: 'kb-dim', lang: lang === null ? null : language },
          say('articles:updated', { date: dateOf(content.publishedAt, language) }),
        ),
        lang !== null &&
          el('p', { class: 'kb-note', lang: language }, say('articles:otherLanguage')),
        contentsOf(content, setting),
        cleanHtml('div', { class: 'kb-content' }, content.html),
        attachmentsOf(content, setting),
      ),
    ),
    el(
      'aside',
      { class: 'kb-aside', 'aria-label': say('articles:helpTitle') },
      askUs(setting, content.slug),
    ),
    // The last, because its height is known to the app alone.
    slot('rating', el('div', { class: 'kb-rating' })),
  );
}

/** A list of two headings helps nobody. */
const CONTENTS_FROM = 3;

function contentsOf({ contents }: ArticleContent, { say, language }: PageSetting): Markup {
  if (contents.length < CONTENTS_FROM) return null;
  return el(
    'nav',
    { class: 'kb-contents', 'aria-labelledby': 'kb-contents' },
    el(
      'p',
      { class: 'kb-contents-title', id: 'kb-contents', lang: language },
      say('articles:contents'),
    ),
    el(
      'ul',
      { class: 'kb-plain' },
      ...contents.map(({ id, text, level }) =>
        el('li', { class: `kb-level-${level}` }, el('a', { href: `#${id}` }, text)),
      ),
    ),
  );
}

function attachmentsOf({ attachments }: ArticleContent, { say, language }: PageSetting): Markup {
  if (attachments.length === 0) return null;
  return el(
    'section',
    { class: 'kb-attachments', 'aria-labelledby': 'kb-attachments' },
    el(
      'h2',
      { class: 'kb-row-title', id: 'kb-attachments', lang: language },
      say('articles:attachments'),
    ),
    el(
      'ul',
      { class: 'kb-plain' },
      ...attachments.map(({ name, sizeBytes, url }) =>
        el(
          'li',
          {},
          el('a', { href: url, download: name }, name),
          el('span', { class: 'kb-dim' }, sizeOf(sizeBytes, language)),
        ),
      ),
    ),
  );
}

function sizeOf(bytes: number, language: Language): string {
  const [value, unit] =
    bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

/** Nobody is left alone with an article that did not help. */
function askUs({ say }: PageSetting, slug: string | null): MarkupElement {
  return el(
    'div',
    { class: 'kb-ask' },
    el('p', { class: 'kb-ask-title' }, say('articles:ask.title')),
    el('p', { class: 'kb-dim' }, say('articles:ask.lead')),
    el(
      'a',
      { class: 'kb-button', href: slug === null ? '/tickets/new' : `/tickets/new?article=${slug}` },
      say(slug === null ? 'articles:ask.open' : 'articles:ask.about'),
    ),
  );
}
