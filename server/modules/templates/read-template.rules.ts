import type { FieldError } from '#platform/errors.ts';
import { cleanTemplateHtml } from '#platform/html/clean-html.ts';
import { elementsOf, isBlank, parseClean } from '#platform/html/html-lines.ts';
import { htmlFromText, textFromHtml } from '#platform/html/text-html.ts';
import { LIMITS } from '#shared/limits.ts';
import { findOddPlaceholders, PLACEHOLDER } from '#shared/placeholders.ts';
import {
  mayStandInSubject,
  PLACEHOLDERS,
  type Placeholder,
  placeholdersOf,
  SECRET_PLACEHOLDERS,
  TEMPLATES,
  type TemplateName,
} from '#shared/templates.ts';
import { tidyNames, tidyPlaceholders } from './placeholder-html.rules.ts';
import type { TemplateText } from './template-values.ts';
import { placeholdersIn } from './templates.rules.ts';

/** As it comes from whoever edits: rich text or plain text, one of the two. */
export type WrittenTemplate = { subject: string } & ({ html: string } | { text: string });

export interface ReadTemplate {
  text: TemplateText;
  /** Why it may not be kept as it is. */
  problems: FieldError[];
}

/** What somebody wrote as the text of a template: cleaned, and what is wrong with it. */
export function readTemplate(name: TemplateName, written: WrittenTemplate): ReadTemplate {
  const subject = tidyNames(written.subject.trim());
  const isRich = 'html' in written;
  const tidy = isRich ? tidyPlaceholders(cleanTemplateHtml(written.html)) : null;
  const html = tidy ? cleanTemplateHtml(tidy.html) : null;
  const text =
    html === null
      ? tidyNames('text' in written ? written.text.replace(/\r\n?/g, '\n').trim() : '')
      : textFromHtml(html);
  const lines = tidy?.lines ?? text.split('\n');
  const field = isRich ? 'html' : 'text';
  const isEmpty = html === null ? text === '' : parseClean(html).children.every(isBlank);
  const problems = [
    ...subjectProblems(name, subject),
    ...(isEmpty ? [{ field, code: 'required' }] : []),
    ...lines.flatMap((line) => lineProblems(name, line, field)),
    ...(html === null ? [] : addressProblems(html, field)),
    ...(isEmpty ? [] : missingProblems(name, lines, field)),
  ];
  if ((html ?? text).length > LIMITS.templateChars)
    problems.push({ field, code: 'tooLong', params: { maximum: LIMITS.templateChars } });
  return { text: { subject, html, text }, problems: withoutRepeats(problems) };
}

/** A text for the editor of rich texts: paragraphs and lines as they are. */
export const richFormOf = ({ html, text }: TemplateText): string => html ?? htmlFromText(text);

function subjectProblems(name: TemplateName, subject: string): FieldError[] {
  if (subject === '') return [{ field: 'subject', code: 'required' }];
  const misplaced = placeholdersIn(subject).filter(
    (placeholder) =>
      placeholdersOf(name).includes(placeholder as Placeholder) &&
      !mayStandInSubject(placeholder as Placeholder),
  );
  return [
    ...misplaced.map((placeholder) => ({
      field: 'subject',
      code: 'templateNotInSubject',
      params: { written: `{[${placeholder}]}` },
    })),
    ...lineProblems(name, subject, 'subject'),
  ];
}

function lineProblems(name: TemplateName, line: string, field: string): FieldError[] {
  const odd = findOddPlaceholders(line, placeholdersOf(name)).map(
    ({ reason, written, suggestion }): FieldError => {
      const isKnownElsewhere = placeholdersIn(written).some((inside) =>
        Object.hasOwn(PLACEHOLDERS, inside),
      );
      if (isKnownElsewhere) return { field, code: 'templateNotHere', params: { written } };
      if (suggestion !== null) {
        const meant = `{[${suggestion}]}`;
        return { field, code: 'templateMeant', params: { written, meant } };
      }
      const code = reason === 'unknown' ? 'templateUnknown' : 'templateUnfinished';
      return { field, code, params: { written } };
    },
  );
  return [...odd, ...carriedProblems(line, field)];
}

const SECRET = new RegExp(`[^\\s<>"'()]*\\{\\[(?:${SECRET_PLACEHOLDERS.join('|')})\\]\\}`, 'g');

/** A secret behind an address of somebody else's would go there with the first click. */
function carriedProblems(line: string, field: string): FieldError[] {
  return [...line.matchAll(SECRET)].flatMap(([run]) => {
    const written = run.slice(run.lastIndexOf('{['));
    const before = run.slice(0, run.length - written.length);
    if (!/[/?=@&#%]|www\./i.test(before)) return [];
    return [{ field, code: 'templateInAddress', params: { written } }];
  });
}

/** In a link only an address of ours may stand, and only where the address begins. */
function addressProblems(html: string, field: string): FieldError[] {
  return elementsOf(parseClean(html)).flatMap((element) => {
    const href = element.attribs.href ?? '';
    return [...href.matchAll(PLACEHOLDER)].flatMap((match) => {
      const name = match[1] as Placeholder;
      const isAddress = Object.hasOwn(PLACEHOLDERS, name) && PLACEHOLDERS[name] === 'link';
      const isMail = name === 'Contact Email' && href.slice(0, match.index) === 'mailto:';
      const isWhole = match[0] === href;
      const isSecret = (SECRET_PLACEHOLDERS as readonly string[]).includes(name);
      if ((isAddress && match.index === 0 && (isWhole || !isSecret)) || isMail) return [];
      return [{ field, code: 'templateInAddress', params: { written: match[0] } }];
    });
  });
}

function missingProblems(name: TemplateName, lines: string[], field: string): FieldError[] {
  const used = new Set(lines.flatMap(placeholdersIn));
  const missing = TEMPLATES[name].required.filter((placeholder) => !used.has(placeholder));
  if (missing.length === 0) return [];
  const names = missing.map((placeholder) => `{[${placeholder}]}`).join(', ');
  return [{ field, code: 'templateMissing', params: { names } }];
}

const REPORTED_MAX = 8;

function withoutRepeats(problems: FieldError[]): FieldError[] {
  const distinct = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...distinct.values()].slice(0, REPORTED_MAX);
}

/** Whether two texts say the same, in either form. */
export function isSameText(a: TemplateText, b: TemplateText): boolean {
  if (a.subject !== b.subject) return false;
  if (a.html === null && b.html === null) return a.text === b.text.trim();
  return cleanTemplateHtml(richFormOf(a)) === cleanTemplateHtml(richFormOf(b));
}
