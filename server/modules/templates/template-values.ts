import type { PLACEHOLDERS, Placeholder, TEMPLATES, TemplateName } from '#shared/templates.ts';

/** HTML that is clean already, and the same as plain text. */
export interface RichValue {
  html: string;
  text: string;
}

type ValueOf<P extends Placeholder> = (typeof PLACEHOLDERS)[P] extends 'rich' ? RichValue : string;

/** What has to be given to render a template: leaving one out does not compile. */
export type TemplateValues<N extends TemplateName> = {
  [P in (typeof TEMPLATES)[N]['placeholders'][number]]: ValueOf<P>;
};

export type PlaceholderValues = Partial<Record<Placeholder, string | RichValue>>;

/** A text as a company writes it, placeholders and all. */
export interface TemplateText {
  subject: string;
  /** Clean, with tidy placeholders; null when it was written as plain text. */
  html: string | null;
  /** As it was written, or the plain form of `html`. A blank line parts paragraphs. */
  text: string;
}
