import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Language } from '#shared/languages.ts';
import type { TemplateName } from '#shared/templates.ts';
import { answer, api } from '#web/api/client.ts';
import type { Answer, Body } from '#web/api/types.ts';

export type TemplateRow = Answer<'/api/v1/templates', 'get'>['items'][number];
export type Template = Answer<'/api/v1/templates/{name}', 'get'>;
export type TemplateText = Template['texts'][number];
export type TemplatePreview = Answer<'/api/v1/templates/{name}/{language}/preview', 'post'>;
/** A text as it is being written, and for whom it is to be shown. */
export type Draft = Body<'/api/v1/templates/{name}/{language}/preview', 'post'>;

export interface Place {
  name: TemplateName;
  language: Language;
}

// Texts are part of the company's settings, and so are the news of them.
export const templatesQuery = queryOptions({
  queryKey: ['settings', 'templates'],
  queryFn: () => answer(api.GET('/api/v1/templates')),
});

export function templateQuery(name: TemplateName) {
  return queryOptions({
    queryKey: ['settings', 'template', name],
    queryFn: () => answer(api.GET('/api/v1/templates/{name}', { params: { path: { name } } })),
  });
}

export function saveTemplate(
  path: Place,
  body: Body<'/api/v1/templates/{name}/{language}', 'put'>,
): Promise<Template> {
  return answer(api.PUT('/api/v1/templates/{name}/{language}', { params: { path }, body }));
}

export function resetTemplate(path: Place, version: number): Promise<Template> {
  const params = { path, query: { version } };
  return answer(api.DELETE('/api/v1/templates/{name}/{language}', { params }));
}

export async function switchTemplate(name: TemplateName, isOn: boolean): Promise<void> {
  const params = { path: { name } };
  if (isOn) await answer(api.DELETE('/api/v1/templates/{name}/disablement', { params }));
  else await answer(api.PUT('/api/v1/templates/{name}/disablement', { params }));
}

export function previewTemplate(path: Place, body: Draft): Promise<TemplatePreview> {
  return answer(
    api.POST('/api/v1/templates/{name}/{language}/preview', { params: { path }, body }),
  );
}

/** The mail that a text would make; the one before stays until the next is there. */
export function templatePreviewQuery(place: Place, draft: Draft) {
  return queryOptions({
    queryKey: ['templatePreview', place, draft],
    queryFn: () => previewTemplate(place, draft),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
}

export function sendTemplateTest(path: Place, body: Draft): Promise<{ to: string }> {
  return answer(api.POST('/api/v1/templates/{name}/{language}/test', { params: { path }, body }));
}
