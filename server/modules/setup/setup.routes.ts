import { z } from 'zod';
import { enterConsole, giveSession, SessionView } from '#modules/sessions/index.ts';
import { findFreeSlug } from '#modules/tenants/index.ts';
import { AppError } from '#platform/errors.ts';
import { publicConsoleRoute, type Route } from '#platform/http/route.ts';
import { LANGUAGES } from '#shared/languages.ts';
import { LIMITS } from '#shared/limits.ts';
import { isSetupOpen, withSetupLink } from './setup-link.ts';
import { signUpCompany } from './sign-up.ts';

const token = z.string().min(1).max(200);
const name = z.string().trim().min(1).max(LIMITS.nameChars);
const PREVIEWS_PER_MINUTE = 240;
const TRIES_PER_MINUTE = 20;

export const setupRoutes: readonly Route[] = [
  publicConsoleRoute({
    method: 'GET',
    path: '/setup',
    summary: 'Whether the setup link works, and whether nobody has used it yet',
    allow: 'public',
    query: z.object({ token: z.string().max(200).default('') }),
    answer: z.object({ isOpen: z.boolean(), isNeeded: z.boolean() }),
    limitPerMinute: PREVIEWS_PER_MINUTE,
    handle: async ({ platform, query }) => ({
      isOpen: await isSetupOpen(platform, query.token),
      isNeeded: !(await platform.db.lookups.isAnyTenant()),
    }),
  }),
  publicConsoleRoute({
    method: 'GET',
    path: '/setup/address',
    summary: 'The portal address that a company of this name would get',
    allow: 'public',
    query: z.object({ token, companyName: z.string().max(LIMITS.nameChars) }),
    answer: z.object({ slug: z.string(), portalAddress: z.string() }),
    limitPerMinute: PREVIEWS_PER_MINUTE,
    async handle({ platform, query }) {
      if (!(await isSetupOpen(platform, query.token))) throw new AppError(403, 'setupClosed');
      const slug = await findFreeSlug(platform, query.companyName);
      return { slug, portalAddress: platform.config.portalOrigin(slug) };
    },
  }),
  publicConsoleRoute({
    method: 'POST',
    path: '/setup',
    summary: 'Set up the first company with its Admin, who is signed in by it',
    allow: 'public',
    body: z.object({
      token,
      companyName: name,
      firstName: name,
      lastName: name,
      email: z.email().max(320),
      password: z.string().min(1).max(1_000),
      language: z.enum(LANGUAGES),
    }),
    answer: SessionView,
    status: 201,
    limitPerMinute: TRIES_PER_MINUTE,
    async handle({ platform, body, request, reply }) {
      const { session, view } = await withSetupLink(platform, body.token, () =>
        signUpCompany(platform, body, (tx, { admin }) =>
          enterConsole(tx, request, admin.id, 'setup'),
        ),
      );
      giveSession(platform, reply, session);
      return view;
    },
  }),
];
