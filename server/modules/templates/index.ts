/** The texts of every mail: the original ones, and a company's own. */
export type { RichValue, TemplateValues } from './template-values.ts';
export { oneLine, PLACEHOLDER, type RenderedMail } from './templates.rules.ts';
export { renderTemplate } from './templates.ts';
