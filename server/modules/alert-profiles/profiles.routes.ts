import { z } from 'zod';
import { getDevice } from '#modules/devices/index.ts';
import { IdParams } from '#platform/http/fields.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { ALERT_LIMITS } from '#shared/alerts.ts';
import { AssignmentFields, ProfileFields } from './profiles.fields.ts';
import {
  addProfile,
  assignProfile,
  assignToDevices,
  changeProfile,
  getProfile,
  listProfiles,
  profileOfDevice,
  removeProfile,
} from './profiles.ts';
import { AlertProfileView, profileView } from './profiles.views.ts';

export const alertProfilesRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/alert-profiles',
    summary: 'Threshold profiles, the default one first',
    allow: 'alerts.view',
    answer: z.object({ items: z.array(AlertProfileView) }),
    handle: async ({ tx }) => ({ items: (await listProfiles(tx)).map(profileView) }),
  }),
  consoleRoute({
    method: 'POST',
    path: '/alert-profiles',
    summary: 'Add a threshold profile',
    allow: 'settings.manage',
    body: ProfileFields,
    answer: AlertProfileView,
    status: 201,
    handle: async ({ tx, body }) => profileView(await addProfile(tx, body)),
  }),
  consoleRoute({
    method: 'GET',
    path: '/alert-profiles/:id',
    summary: 'One threshold profile',
    allow: 'alerts.view',
    params: IdParams,
    answer: AlertProfileView,
    handle: async ({ tx, params: { id } }) => profileView(await getProfile(tx, id)),
  }),
  consoleRoute({
    method: 'PATCH',
    path: '/alert-profiles/:id',
    summary: 'Change a threshold profile; 409 with `current` when somebody else did meanwhile',
    allow: 'settings.manage',
    params: IdParams,
    body: ProfileFields.partial().extend({ version: z.number().int() }),
    answer: AlertProfileView,
    handle: async ({ tx, params: { id }, body: { version, ...changes } }) =>
      profileView(await changeProfile(tx, id, version, changes)),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/alert-profiles/:id',
    summary: 'Remove a threshold profile; not the default one',
    allow: 'settings.manage',
    params: IdParams,
    handle: ({ tx, params: { id } }) => removeProfile(tx, id),
  }),
  consoleRoute({
    method: 'PUT',
    path: '/alert-profiles/:id/assignments',
    summary:
      'All devices, customers and types that a profile is for; of several the most specific counts',
    allow: 'settings.manage',
    params: IdParams,
    body: z.strictObject({
      assignments: z.array(AssignmentFields).max(ALERT_LIMITS.assignmentsPerProfile),
    }),
    answer: AlertProfileView,
    handle: async ({ tx, params: { id }, body: { assignments } }) =>
      profileView(await assignProfile(tx, id, assignments)),
  }),
  consoleRoute({
    method: 'POST',
    path: '/device-alert-profiles',
    summary: 'Give devices a threshold profile of their own, or (null) none',
    allow: 'alerts.manage',
    body: z.strictObject({
      deviceIds: z.array(z.number().int().positive()).min(1).max(100),
      profileId: z.number().int().positive().nullable(),
    }),
    answer: z.object({
      changed: z.array(z.number()),
      missing: z.array(z.number()).describe('Gone meanwhile, or not to be seen'),
    }),
    handle: ({ tx, body: { deviceIds, profileId } }) => assignToDevices(tx, deviceIds, profileId),
  }),
  consoleRoute({
    method: 'GET',
    path: '/devices/:id/alert-profile',
    summary: 'The threshold profile that holds for a device',
    allow: 'alerts.view',
    params: IdParams,
    answer: AlertProfileView,
    async handle({ tx, params: { id } }) {
      const { customer, type } = await getDevice(tx, id);
      const profile = await profileOfDevice(tx, { id, customerId: customer.id, type });
      return profileView(await getProfile(tx, profile.id));
    },
  }),
];
