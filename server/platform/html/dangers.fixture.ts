import { Parser } from 'htmlparser2';

const NEVER_TAGS = new Set(
  'script style iframe object embed applet svg math form input button textarea select option meta link base frame frameset template noscript audio video source picture canvas body html head title xmp plaintext listing marquee details dialog keygen isindex bgsound layer'.split(
    ' ',
  ),
);
const URL_ATTRIBUTES =
  /^(?:href|src|action|formaction|xlink:href|background|poster|srcset|cite|longdesc|data)$/;

/** What is wrong with cleaned HTML when it is read the way a browser reads it. */
export function dangersIn(html: string): string[] {
  const dangers: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (NEVER_TAGS.has(name)) dangers.push(`<${name}>`);
      for (const [attribute, value] of Object.entries(attributes)) {
        const where = `${name}[${attribute}=${value}]`;
        if (/^on/i.test(attribute) || /[^a-z-]/.test(attribute)) dangers.push(where);
        if (
          URL_ATTRIBUTES.test(attribute) &&
          !/^(?:https?:\/\/|mailto:|tel:|(?:attachment|signature-image):\d+$)/i.test(value)
        ) {
          dangers.push(where);
        }
        if (
          attribute === 'style' &&
          /url|expression|@import|position|behavior|binding|\\|\/\*|javascript/i.test(value)
        ) {
          dangers.push(where);
        }
      }
    },
    oncomment: (comment) => dangers.push(`comment ${comment}`),
    onprocessinginstruction: (name) => dangers.push(`instruction ${name}`),
  });
  parser.write(html);
  parser.end();
  return dangers;
}
