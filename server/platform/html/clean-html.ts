import sanitizeHtml from 'sanitize-html';
import { isMadeToHurt } from './hostile-html.ts';
import { safeInlineStyle } from './inline-style.ts';
import { htmlFromText, textFromHtml } from './text-html.ts';

/** Above this a message is shown as text: no person wrote a megabyte of markup. */
const HTML_MAX_CHARS = 2_000_000;
const NESTING_MAX = 250;

const TEXT_TAGS =
  'abbr address b bdo big blockquote br center cite code dd del dfn div dl dt em font h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q s samp small span strike strong sub sup tt u ul var'.split(
    ' ',
  );
const TABLE_TAGS = 'table caption colgroup col thead tbody tfoot tr td th'.split(' ');
const SECTION_TAGS = 'article aside figcaption figure footer header main nav section'.split(' ');

/** Elements whose content is no text that anybody wrote to us. */
const DROPPED_WITH_CONTENT =
  'script style title template noscript noembed noframes iframe object applet embed svg math textarea select option optgroup datalist xmp plaintext listing audio video canvas frameset'.split(
    ' ',
  );

const COMMON_ATTRIBUTES = ['style', 'dir', 'lang', 'title', 'align', 'valign', 'bgcolor'];
const MAIL_ATTRIBUTES: Record<string, string[]> = {
  '*': COMMON_ATTRIBUTES,
  a: ['href', 'rel', 'target'],
  img: ['src', 'alt', 'width', 'height', 'data-remote-src'],
  font: ['color', 'face', 'size'],
  ol: ['start', 'type'],
  ul: ['type'],
  li: ['value'],
  table: ['width', 'height', 'border', 'cellpadding', 'cellspacing'],
  td: ['width', 'height', 'colspan', 'rowspan', 'nowrap'],
  th: ['width', 'height', 'colspan', 'rowspan', 'nowrap', 'scope'],
  col: ['width', 'span'],
  colgroup: ['width', 'span'],
  hr: ['size', 'width', 'color'],
};

export interface CleanMail {
  html: string;
  /** True when pictures were held back that would be fetched from elsewhere. */
  hasRemoteImages: boolean;
}

/**
 * Mail from outside, made harmless: an allow-list of tags, attributes, CSS and link schemes.
 * Pictures of the mail itself become `attachment:<id>` (see `attachmentOfCid`); pictures
 * elsewhere keep their address in `data-remote-src` only, so that nothing is fetched until the
 * reader asks for it.
 * @param attachmentOfCid gives the id of the attachment with this Content-ID, or null
 */
export function cleanMailHtml(
  html: string,
  attachmentOfCid: (contentId: string) => number | null = () => null,
): CleanMail {
  if (html.length > HTML_MAX_CHARS || isMadeToHurt(html)) {
    return { html: htmlFromText(textFromHtml(html)), hasRemoteImages: false };
  }
  let hasRemoteImages = false;
  const clean = sanitizeHtml(html, {
    ...STRICT,
    allowedTags: ['a', 'img', ...TEXT_TAGS, ...TABLE_TAGS, ...SECTION_TAGS],
    allowedAttributes: MAIL_ATTRIBUTES,
    transformTags: {
      '*': keepSafeStyle,
      a: (tagName, attributes) => keepSafeStyle(tagName, safeLink(attributes)),
      img: (tagName, attributes) => {
        const { src = '', 'data-remote-src': _forged, ...rest } = attributes;
        const address = compactUrl(src);
        if (/^cid:/i.test(address)) {
          const id = attachmentOfCid(decodeCid(address.slice(4)));
          return keepSafeStyle(tagName, id === null ? rest : { ...rest, src: `attachment:${id}` });
        }
        if (/^(?:https?:)?\/\//i.test(address)) {
          hasRemoteImages = true;
          const remote = address.startsWith('//') ? `https:${address}` : address;
          return keepSafeStyle(tagName, { ...rest, 'data-remote-src': remote });
        }
        return keepSafeStyle(tagName, rest);
      },
    },
  });
  return { html: clean, hasRemoteImages };
}

export interface CleanEditorText {
  html: string;
  /** Attachments shown inside the text; the caller checks that they are the writer's. */
  attachmentIds: number[];
}

/**
 * Rich text from our own editor. Scripts can send anything to the API, so this is as strict as
 * for mail, and smaller: only what the editor makes. Pictures must be uploaded attachments.
 * @param options.mayMention keeps `<span data-mention="id">`; whose id it is, the caller checks
 */
export function cleanEditorHtml(html: string, { mayMention = false } = {}): CleanEditorText {
  if (isMadeToHurt(html)) return { html: htmlFromText(textFromHtml(html)), attachmentIds: [] };
  const attachmentIds = new Set<number>();
  const clean = sanitizeHtml(html, {
    ...STRICT,
    allowedTags: [
      ...'a b blockquote br code del em h1 h2 h3 h4 hr i img li mark ol p pre s span strong sub sup u ul'.split(
        ' ',
      ),
      ...TABLE_TAGS,
    ],
    allowedAttributes: {
      '*': ['style', 'dir'],
      a: ['href', 'rel', 'target'],
      img: ['src', 'alt', 'width', 'height'],
      ol: ['start', 'type'],
      ...(mayMention && { span: [MENTION] }),
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
    },
    transformTags: {
      '*': keepSafeStyle,
      a: (tagName, attributes) => keepSafeStyle(tagName, safeLink(attributes)),
      span: (tagName, { [MENTION]: id, ...rest }) =>
        /^\d{1,15}$/.test(id ?? '')
          ? { tagName, attribs: { [MENTION]: id! } }
          : keepSafeStyle(tagName, rest),
      img: (tagName, { src = '', ...rest }) => {
        const id = idIn(src, ATTACHMENT);
        if (id === null) return keepSafeStyle(tagName, rest);
        attachmentIds.add(id);
        return keepSafeStyle(tagName, { ...rest, src: `attachment:${id}` });
      },
    },
    exclusiveFilter: (frame) => frame.tag === 'img' && !frame.attribs.src,
  });
  return { html: clean, attachmentIds: [...attachmentIds] };
}

/** Names the technician whom a piece of an internal note is about. */
const MENTION = 'data-mention';

export interface CleanSignature {
  html: string;
  /** Pictures that it shows; the caller checks that they are the technician's. */
  imageIds: number[];
  /** Pictures that were taken out because they are not stored here. */
  foreignImages: number;
}

/**
 * A signature from our editor, or pasted from a mail program: text, lists, links, and the tables
 * that such signatures are built of. Pictures must be uploaded; they become
 * `signature-image:<id>`. A link may begin with a placeholder that is an address.
 */
export function cleanSignatureHtml(html: string): CleanSignature {
  if (isMadeToHurt(html))
    return { html: htmlFromText(textFromHtml(html)), imageIds: [], foreignImages: 0 };
  const imageIds = new Set<number>();
  let foreignImages = 0;
  const clean = sanitizeHtml(html, {
    ...STRICT,
    allowedTags: ['a', 'img', ...TEXT_TAGS, ...TABLE_TAGS],
    allowedAttributes: MAIL_ATTRIBUTES,
    allowedSchemesByTag: { img: ['signature-image'] },
    transformTags: {
      '*': keepSafeStyle,
      a: (tagName, attributes) => keepSafeStyle(tagName, safeLink(attributes, ADDRESS_OR_PLACE)),
      img: (tagName, { src = '', 'data-remote-src': _forged, ...rest }) => {
        const id = idIn(src, SIGNATURE_IMAGE);
        if (id === null) {
          if (src !== '') foreignImages++;
          return keepSafeStyle(tagName, rest);
        }
        imageIds.add(id);
        return keepSafeStyle(tagName, { ...rest, src: `signature-image:${id}` });
      },
    },
    exclusiveFilter: (frame) => frame.tag === 'img' && !frame.attribs.src,
  });
  return { html: clean, imageIds: [...imageIds], foreignImages };
}

/**
 * The text of a template, from our editor or pasted: as for signatures, without pictures. A link may
 * begin with any placeholder; which ones are addresses, the caller checks.
 */
export function cleanTemplateHtml(html: string): string {
  if (isMadeToHurt(html)) return htmlFromText(textFromHtml(html));
  return sanitizeHtml(html, {
    ...STRICT,
    allowedTags: ['a', ...TEXT_TAGS, ...TABLE_TAGS],
    allowedAttributes: MAIL_ATTRIBUTES,
    transformTags: {
      '*': keepSafeStyle,
      a: (tagName, attributes) =>
        keepSafeStyle(tagName, safeLink(attributes, ADDRESS_OR_ANY_PLACE)),
    },
  });
}

export interface CleanArticle {
  html: string;
  /** Pictures that it shows; the caller checks that they are there. */
  imageIds: number[];
}

const ARTICLE_TAGS =
  'a b blockquote br code del em h2 h3 h4 hr i img li mark ol p pre s strong sub sup u ul'.split(
    ' ',
  );

/**
 * An article from our editor, or pasted into it: structure without looks, so that it reads well in
 * light and dark and in every portal's colours. The title is the page's first heading, so headings
 * begin with the second. Pictures must be uploaded; they become `article-file:<id>`.
 */
export function cleanArticleHtml(html: string): CleanArticle {
  if (isMadeToHurt(html)) return { html: htmlFromText(textFromHtml(html)), imageIds: [] };
  const imageIds = new Set<number>();
  const clean = sanitizeHtml(html, {
    ...STRICT,
    allowedTags: [...ARTICLE_TAGS, ...TABLE_TAGS],
    allowedAttributes: {
      '*': ['dir'],
      a: ['href', 'rel', 'target'],
      img: ['src', 'alt', 'width', 'height'],
      ol: ['start', 'type'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan', 'scope'],
    },
    allowedSchemesByTag: { img: ['article-file'] },
    transformTags: {
      h1: 'h2',
      h5: 'h4',
      h6: 'h4',
      a: (tagName, attributes) => ({ tagName, attribs: safeLink(attributes) }),
      img: (tagName, { src = '', ...rest }) => {
        const id = idIn(src, ARTICLE_FILE);
        if (id === null) return { tagName, attribs: rest };
        imageIds.add(id);
        return { tagName, attribs: { ...rest, src: `article-file:${id}` } };
      },
    },
    exclusiveFilter: (frame) => frame.tag === 'img' && !frame.attribs.src,
  });
  return { html: clean, imageIds: [...imageIds] };
}

const STRICT: sanitizeHtml.IOptions = {
  disallowedTagsMode: 'discard',
  nonTextTags: DROPPED_WITH_CONTENT,
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['attachment'] },
  allowedSchemesAppliedToAttributes: ['href', 'src', 'cite'],
  allowProtocolRelative: false,
  enforceHtmlBoundary: false,
  // Our own filter has run by then (keepSafeStyle); parsing the same CSS twice only costs.
  parseStyleAttributes: false,
  nestingLimit: NESTING_MAX,
  selfClosing: ['img', 'br', 'hr', 'col'],
};

function keepSafeStyle(tagName: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const { style, ...rest } = attributes;
  const safe = style === undefined ? '' : safeInlineStyle(style);
  return { tagName, attribs: safe === '' ? rest : { ...rest, style: safe } };
}

/** Relative addresses would point into our own console. */
const ADDRESS = /^(?:https?:\/\/|mailto:|tel:)/i;
const ADDRESS_OR_PLACE = /^(?:https?:\/\/|mailto:|tel:|\{\[Portal Address\]\})/i;

const ADDRESS_OR_ANY_PLACE = /^(?:https?:\/\/|mailto:|tel:|\{\[[A-Za-z ]{1,60}\]\})/i;

function safeLink(attributes: sanitizeHtml.Attributes, allowed = ADDRESS): sanitizeHtml.Attributes {
  const { href, rel: _rel, target: _target, ...rest } = attributes;
  const address = compactUrl(href ?? '');
  if (!allowed.test(address)) return rest;
  return { ...rest, href: address, rel: 'noopener noreferrer nofollow', target: '_blank' };
}

/** Browsers ignore control and invisible characters in a scheme, and so do those who hide one. */
function compactUrl(url: string): string {
  return url.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim();
}

function decodeCid(cid: string): string {
  try {
    return decodeURIComponent(cid);
  } catch {
    return cid;
  }
}

/** Our editors show an uploaded picture by its URL; it is stored by its id. */
const ATTACHMENT =
  /^(?:attachment:|(?:https?:\/\/[^/]+)?\/(?:api|portal)\/v1\/attachments\/)(\d{1,15})$/;
const SIGNATURE_IMAGE =
  /^(?:signature-image:|(?:https?:\/\/[^/]+)?\/api\/v1\/me\/signature\/images\/)(\d{1,15})$/;

const ARTICLE_FILE =
  /^(?:article-file:|(?:https?:\/\/[^/]+)?\/(?:api|portal)\/v1\/article-files\/)(\d{1,15})$/;

function idIn(src: string, form: RegExp): number | null {
  const match = form.exec(src.trim());
  return match ? Number(match[1]) : null;
}
