import { z } from 'zod';
import { requiredLine, TimeZone } from '#platform/http/fields.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { LANGUAGES } from '#shared/languages.ts';
import { LIMITS } from '#shared/limits.ts';
import { NEW_CONTACT_TEMPLATES } from '#shared/templates.ts';
import { changeSettings, getSettings } from './settings.ts';
import { SettingsView } from './settings.views.ts';

const Days = z.number().int().min(0).max(LIMITS.ruleDaysMax);

export const settingsRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/settings',
    summary: "The company's settings",
    allow: 'settings.manage',
    answer: SettingsView,
    handle: ({ tx }) => getSettings(tx),
  }),
  consoleRoute({
    method: 'PATCH',
    path: '/settings',
    summary: 'Change settings; 409 with `current` when somebody else did meanwhile',
    allow: 'settings.manage',
    body: z.strictObject({
      version: z.number().int(),
      companyName: requiredLine(LIMITS.nameChars).optional(),
      language: z.enum(LANGUAGES).optional(),
      timeZone: TimeZone.optional(),
      newContactMailEnabled: z.boolean().optional(),
      newContactMailTemplate: z.enum(NEW_CONTACT_TEMPLATES).optional(),
      confirmationMailEnabled: z.boolean().optional(),
      automaticContactsEnabled: z.boolean().optional(),
      unknownSenderFiling: z.enum(['ticket', 'suspended']).optional(),
      reopenResolvedWithinDays: Days.nullable().optional(),
      reopenClosedWithinDays: Days.nullable().optional(),
      closeResolvedAfterDays: Days.min(1).nullable().optional(),
      nextTicketNumber: z.number().int().min(1).max(LIMITS.ticketNumberMax).optional(),
    }),
    answer: SettingsView,
    handle: ({ tx, body: { version, ...changes } }) => changeSettings(tx, version, changes),
  }),
];
