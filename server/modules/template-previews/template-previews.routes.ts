import { z } from 'zod';
import { asWritten, TextParams, WrittenFields } from '#modules/templates/index.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { PreviewView, previewTemplate, sendTest } from './preview-template.ts';

const PREVIEWS_PER_MINUTE = 240;
const TESTS_PER_MINUTE = 20;

const Body = z.strictObject({
  ...WrittenFields,
  /** Left out: the ticket's, or somebody made up. */
  contactId: z.number().int().positive().optional(),
  ticketNumber: z.number().int().positive().optional(),
});

const forWhom = ({ contactId, ticketNumber }: z.infer<typeof Body>) => ({
  contactId,
  ticketNumber,
});

export const templatePreviewsRoutes: readonly Route[] = [
  consoleRoute({
    method: 'POST',
    path: '/templates/:name/:language/preview',
    summary: 'The mail that a text would make, and why it cannot be kept yet',
    allow: 'settings.manage',
    params: TextParams,
    body: Body,
    answer: PreviewView,
    limitPerMinute: PREVIEWS_PER_MINUTE,
    handle: ({ tx, params, body }) => previewTemplate(tx, params, asWritten(body), forWhom(body)),
  }),
  consoleRoute({
    method: 'POST',
    path: '/templates/:name/:language/test',
    summary: 'Send the mail that a text would make to yourself',
    allow: 'settings.manage',
    params: TextParams,
    body: Body,
    answer: z.object({ to: z.string() }),
    status: 202,
    limitPerMinute: TESTS_PER_MINUTE,
    handle: ({ tx, params, body }) => sendTest(tx, params, asWritten(body), forWhom(body)),
  }),
];
