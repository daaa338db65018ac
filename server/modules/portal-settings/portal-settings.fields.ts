import { z } from 'zod';
import { line, requiredLine, text } from '#platform/http/fields.ts';
import { isColor, isSeenOnWhite } from '#shared/color.ts';
import { LANGUAGES } from '#shared/languages.ts';
import { PORTAL_LIMITS } from '#shared/portal-settings.ts';

/** `#rrggbb`, in whatever case it was typed, that buttons can have on a white page. */
export const Color = z
  .string()
  .trim()
  .toLowerCase()
  .refine(isColor, { message: 'color', abort: true })
  .refine(isSeenOnWhite, 'colorContrast');

/** An address that a browser may open from a link, and nothing that runs when it is opened. */
const address = (schemes: readonly string[], code: string) =>
  requiredLine(PORTAL_LIMITS.urlChars).transform((value, context) => {
    // Who types www.example.com means a page.
    const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(value) ? value : `https://${value}`);
    const isPage = url?.protocol.startsWith('http') ?? false;
    const isFine =
      url && schemes.includes(url.protocol) && (!isPage || /\.|^localhost$/.test(url.hostname));
    if (isFine && !url.username && !url.password) return url.href;
    context.addIssue({ code: 'custom', message: code });
    return z.NEVER;
  });

/** A page of the company's website, or nothing: an emptied form field is null. */
export const PageUrl = line(PORTAL_LIMITS.urlChars)
  .nullable()
  .transform((value) => value || null)
  .pipe(address(['https:', 'http:'], 'website').nullable());

const LinkUrl = address(['https:', 'http:', 'mailto:', 'tel:'], 'link');

export const Links = z
  .array(z.strictObject({ label: requiredLine(PORTAL_LIMITS.linkLabelChars), url: LinkUrl }))
  .max(PORTAL_LIMITS.links);

/** By language; what is empty is left out. */
export const WelcomeTexts = z
  .partialRecord(z.enum(LANGUAGES), text(PORTAL_LIMITS.welcomeChars).trim())
  .transform((texts) =>
    Object.fromEntries(Object.entries(texts).filter(([, welcome]) => welcome !== '')),
  );
