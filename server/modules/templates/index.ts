export {
  NEW_CONTACT_TEMPLATES,
  type NewContactTemplate,
  type RichValue,
  type TemplateName,
  type TemplateValues,
} from './template-texts.ts';
export { oneLine, PLACEHOLDER, type RenderedMail } from './templates.rules.ts';
export { renderTemplate } from './templates.ts';
