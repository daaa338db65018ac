/**
 * The last step before a message is shown. The HTML has been cleaned by the server; here its
 * pictures get addresses: its own attachments always, those from elsewhere only when asked for.
 * `isPaper` tells that the writer chose colours, which were meant for white paper and may be
 * unreadable on our dark page.
 */
export function prepareMailHtml(
  html: string,
  attachments: readonly { id: number; url: string }[],
  showImages: boolean,
): { html: string; isPaper: boolean } {
  const urls = new Map(attachments.map(({ id, url }) => [String(id), url]));
  // Of a signature in the log of mails; where messages are shown, the server has given it an address.
  const known = html.replace(/(<img\b[^>]*?)\ssrc="signature-image:\d+"/gi, '$1');
  const withOwn = known.replace(/(<img\b[^>]*?\ssrc=")attachment:(\d+)"/gi, (whole, before, id) => {
    const url = urls.get(id);
    return url ? `${before}${escapeAttribute(url)}"` : whole.replace(/\ssrc="[^"]*"/i, '');
  });
  const withAll = showImages
    ? withOwn.replace(/\sdata-remote-src="/gi, ' referrerpolicy="no-referrer" loading="lazy" src="')
    : withOwn;
  return {
    html: withAll,
    isPaper: /\s(?:bgcolor|color)=|[\s";](?:background|color)[\w-]*:/i.test(html),
  };
}

function escapeAttribute(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
