import { z } from 'zod';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { LIMITS } from '#shared/limits.ts';
import { listApiKeyRows } from './api-keys.queries.ts';
import { createApiKey, revokeApiKey } from './api-keys.ts';
import { ApiKeyView, apiKeyView } from './api-keys.views.ts';

export const apiKeysRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/api-keys',
    summary: 'The API keys that work, the newest first',
    allow: 'apiKeys.manage',
    answer: z.object({ items: z.array(ApiKeyView) }),
    handle: async ({ tx }) => ({ items: (await listApiKeyRows(tx)).map(apiKeyView) }),
  }),
  consoleRoute({
    method: 'POST',
    path: '/api-keys',
    summary: 'Make an API key; the secret is in this answer and never again',
    allow: 'apiKeys.manage',
    body: z.object({
      name: z.string().trim().min(1).max(LIMITS.nameChars),
      roleId: z.number().int().positive(),
      expiresAt: z.iso.datetime().nullish(),
    }),
    answer: z.object({ apiKey: ApiKeyView, secret: z.string() }),
    status: 201,
    async handle({ tx, body }) {
      const expiresAt = body.expiresAt ? new Date(body.expiresAt) : null;
      const { apiKey, secret } = await createApiKey(tx, { ...body, expiresAt });
      return { apiKey: apiKeyView(apiKey), secret };
    },
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/api-keys/:id',
    summary: 'Revoke an API key',
    allow: 'apiKeys.manage',
    params: z.object({ id: z.coerce.number().int().positive() }),
    handle: ({ tx, params: { id } }) => revokeApiKey(tx, id),
  }),
];
