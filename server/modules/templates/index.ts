/** The texts of every mail: the original ones, and a company's own. */
export { isSwitchedOn } from './own-texts.ts';
export { fillPlaceholders, tidyPlaceholders } from './placeholder-html.rules.ts';
export { readTemplate, type WrittenTemplate } from './read-template.rules.ts';
export type { PlaceholderValues, RichValue, TemplateValues } from './template-values.ts';
export { asWritten, TextParams, WrittenFields } from './templates.fields.ts';
export { templatesRoutes } from './templates.routes.ts';
export { oneLine, type RenderedMail } from './templates.rules.ts';
export { renderTemplate, renderText } from './templates.ts';
export { formsOf, TextForms } from './templates.views.ts';
