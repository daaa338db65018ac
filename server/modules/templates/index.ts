export {
  NEW_CONTACT_TEMPLATES,
  type NewContactTemplate,
  type TemplateName,
  type TemplateValues,
} from './template-texts.ts';
export type { RenderedMail } from './templates.rules.ts';
export { renderTemplate } from './templates.ts';
