import { z } from 'zod';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { LIMITS } from '#shared/limits.ts';
import { inviteTechnician, resendInvitation } from './add-technician.ts';
import { changeTechnician, disableTechnician, enableTechnician } from './change-technician.ts';
import { Phone, PhoneRegion } from './phone.rules.ts';
import { getTechnician, listTechnicians } from './technicians.ts';
import { TechnicianView, technicianView } from './technicians.views.ts';

const params = z.object({ id: z.coerce.number().int().positive() });
const name = z.string().trim().min(1).max(LIMITS.nameChars);
const roleId = z.number().int().positive();

export const techniciansRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/technicians',
    summary: 'All technicians of the company',
    allow: 'technicians.view',
    answer: z.object({ items: z.array(TechnicianView) }),
    handle: async ({ tx }) => ({ items: (await listTechnicians(tx)).map(technicianView) }),
  }),
  consoleRoute({
    method: 'POST',
    path: '/technicians',
    summary: 'Invite a technician by e-mail',
    allow: 'technicians.manage',
    body: z.object({ email: z.email().max(320), firstName: name, lastName: name, roleId }),
    answer: TechnicianView,
    status: 201,
    limitPerMinute: 60,
    handle: async ({ tx, body }) => technicianView(await inviteTechnician(tx, body)),
  }),
  consoleRoute({
    method: 'GET',
    path: '/technicians/:id',
    summary: 'One technician',
    allow: 'technicians.view',
    params,
    answer: TechnicianView,
    handle: async ({ tx, params: { id } }) => technicianView(await getTechnician(tx, id)),
  }),
  consoleRoute({
    method: 'PATCH',
    path: '/technicians/:id',
    summary: 'Change name, phone or role of a technician',
    allow: 'technicians.manage',
    params,
    body: z.object({
      firstName: name.optional(),
      lastName: name.optional(),
      phone: Phone.optional(),
      phoneRegion: PhoneRegion.optional(),
      roleId: roleId.optional(),
    }),
    answer: TechnicianView,
    handle: async ({ tx, params: { id }, body }) =>
      technicianView(await changeTechnician(tx, id, body)),
  }),
  consoleRoute({
    method: 'PUT',
    path: '/technicians/:id/disablement',
    summary: 'Disable a technician: his sessions end at once',
    allow: 'technicians.manage',
    params,
    answer: TechnicianView,
    handle: async ({ tx, params: { id } }) => technicianView(await disableTechnician(tx, id)),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/technicians/:id/disablement',
    summary: 'Enable a technician again',
    allow: 'technicians.manage',
    params,
    answer: TechnicianView,
    handle: async ({ tx, params: { id } }) => technicianView(await enableTechnician(tx, id)),
  }),
  consoleRoute({
    method: 'POST',
    path: '/technicians/:id/invitation',
    summary: 'Send the invitation again, with a new link',
    allow: 'technicians.manage',
    params,
    answer: TechnicianView,
    status: 202,
    limitPerMinute: 20,
    handle: async ({ tx, params: { id } }) => technicianView(await resendInvitation(tx, id)),
  }),
];
