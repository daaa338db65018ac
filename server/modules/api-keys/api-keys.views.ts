import { z } from 'zod';
import { RoleRef, roleRef } from '#modules/roles/index.ts';
import type { ApiKeyRow } from './api-keys.queries.ts';

export const ApiKeyView = z.object({
  id: z.number(),
  name: z.string(),
  prefix: z.string(),
  role: RoleRef,
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  createdAt: z.string(),
});

export const apiKeyView = (row: ApiKeyRow) => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  role: roleRef(row),
  expiresAt: row.expires_at?.toISOString() ?? null,
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
});
