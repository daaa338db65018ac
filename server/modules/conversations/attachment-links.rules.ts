import type { MessageKind } from '#shared/tickets.ts';

const IMAGE = /<img\b[^>]*?\ssrc="attachment:(\d{1,15})"[^>]*>/g;
const SOURCE = /(<img\b[^>]*?\ssrc=")attachment:(\d{1,15})(")/g;

/** Where each audience fetches attachments. */
export const ATTACHMENT_URLS = {
  console: '/api/v1/attachments/',
  portal: '/portal/v1/attachments/',
} as const;
export type Audience = keyof typeof ATTACHMENT_URLS;

export const attachmentUrl = (audience: Audience, id: number) =>
  `${ATTACHMENT_URLS[audience]}${id}`;

/** Where each audience fetches the pictures of signatures under the messages of a ticket. */
export const signatureImageFolder = (audience: Audience, ticketNumber: number) =>
  `/${audience === 'console' ? 'api' : 'portal'}/v1/tickets/${ticketNumber}/signature-images/`;

/** Clean HTML as it is stored, with pictures where the audience can fetch them. */
export function withImageUrls(html: string, audience: Audience): string {
  return html.replace(
    SOURCE,
    (_, before: string, id: string, after: string) =>
      before + attachmentUrl(audience, Number(id)) + after,
  );
}

/** Clean HTML without the pictures that are not on the list. */
export function keepImages(html: string, ids: ReadonlySet<number>): string {
  return html.replace(IMAGE, (image, id: string) => (ids.has(Number(id)) ? image : ''));
}

/** What is said to contacts must not show pictures of what is said about them. */
export const mayQuoteFrom = (kind: MessageKind): MessageKind[] =>
  kind === 'note' ? ['reply', 'note', 'contact'] : ['reply', 'contact'];

/** Clean HTML with other addresses for its pictures; `ids` are those that it shows. */
export function replaceImages(
  html: string,
  sources: ReadonlyMap<number, string>,
): { html: string; ids: number[] } {
  const ids = new Set<number>();
  const replaced = html.replace(SOURCE, (image, before: string, id: string, after: string) => {
    ids.add(Number(id));
    const source = sources.get(Number(id));
    return source === undefined ? image : before + source + after;
  });
  return { html: replaced, ids: [...ids] };
}
