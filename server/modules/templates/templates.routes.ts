import { z } from 'zod';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { getTemplate, listTemplates, resetText, saveText, switchTemplate } from './own-texts.ts';
import { asWritten, NameParams, TextParams, WrittenFields } from './templates.fields.ts';
import { TemplateListView, TemplateView } from './templates.views.ts';

export const templatesRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/templates',
    summary: 'Every mail that Portico sends, and in which languages its text is your own',
    allow: 'settings.manage',
    answer: TemplateListView,
    handle: ({ tx }) => listTemplates(tx),
  }),
  consoleRoute({
    method: 'GET',
    path: '/templates/:name',
    summary: 'One mail: its texts in all languages, and the original ones',
    allow: 'settings.manage',
    params: NameParams,
    answer: TemplateView,
    handle: ({ tx, params: { name } }) => getTemplate(tx, name),
  }),
  consoleRoute({
    method: 'PUT',
    path: '/templates/:name/:language',
    summary:
      'Keep your own text, rich (`html`) or plain (`text`); 409 with `current` when somebody else did meanwhile',
    allow: 'settings.manage',
    params: TextParams,
    body: z.strictObject({ version: z.number().int().min(0), ...WrittenFields }),
    answer: TemplateView,
    handle: ({ tx, params, body: { version, ...written } }) =>
      saveText(tx, params, version, asWritten(written)),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/templates/:name/:language',
    summary: 'Go back to the original text; 409 with `current` when somebody else changed it',
    allow: 'settings.manage',
    params: TextParams,
    query: z.object({ version: z.coerce.number().int().min(0) }),
    answer: TemplateView,
    handle: ({ tx, params, query: { version } }) => resetText(tx, params, version),
  }),
  consoleRoute({
    method: 'PUT',
    path: '/templates/:name/disablement',
    summary: 'Do not send this mail at all; 409 for a mail that has to be sent',
    allow: 'settings.manage',
    params: NameParams,
    handle: ({ tx, params: { name } }) => switchTemplate(tx, name, false),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/templates/:name/disablement',
    summary: 'Send this mail again',
    allow: 'settings.manage',
    params: NameParams,
    handle: ({ tx, params: { name } }) => switchTemplate(tx, name, true),
  }),
];
