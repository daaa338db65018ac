import { z } from 'zod';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { LIMITS } from '#shared/limits.ts';
import { inviteTechnician, resendInvitation } from './add-technician.ts';
import { changeTechnician } from './change-technician.ts';
import { disableTechnician, enableTechnician, findOpenTickets } from './disable-technician.ts';
import { Phone, PhoneRegion } from './phone.rules.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { getTechnician, listTechnicians, listTicketReaders } from './technicians.ts';
import { TechnicianView, technicianView } from './technicians.views.ts';

const params = z.object({ id: z.coerce.number().int().positive() });
const name = z.string().trim().min(1).max(LIMITS.nameChars);
const roleId = z.number().int().positive();

export const techniciansRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/technicians',
    summary: 'All technicians of the company, or who can be given tickets of a customer',
    allow: 'technicians.view',
    query: z.object({
      assignableAt: z
        .union([z.literal('none'), z.coerce.number().int().positive()])
        .optional()
        .describe('A customer (or `none`) whose tickets they must be able to have'),
    }),
    answer: z.object({ items: z.array(TechnicianView) }),
    async handle({ tx, query: { assignableAt } }) {
      const found =
        assignableAt === undefined
          ? await listTechnicians(tx)
          : await listTicketReaders(tx, assignableAt === 'none' ? null : assignableAt);
      return { items: found.map(technicianView) };
    },
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
    method: 'GET',
    path: '/technicians/:id/open-tickets',
    summary: 'How many open tickets a technician has, and who sees all of them',
    allow: 'technicians.manage',
    params,
    answer: z.object({ count: z.number(), successors: z.array(TechnicianView) }),
    async handle({ tx, params: { id } }) {
      const { count, successors } = await findOpenTickets(tx, id);
      return { count, successors: successors.map(technicianView) };
    },
  }),
  consoleRoute({
    method: 'PUT',
    path: '/technicians/:id/disablement',
    summary: 'Disable a technician: his sessions end at once, and others may get his open tickets',
    allow: 'technicians.manage',
    params,
    body: z.object({
      handOverTo: z
        .number()
        .int()
        .positive()
        .nullish()
        .describe('Who gets the open tickets; null: nobody; left out: they stay as they are'),
    }),
    answer: TechnicianView,
    handle: async ({ tx, params: { id }, body: { handOverTo } }) =>
      technicianView(await disableTechnician(tx, id, handOverTo)),
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
  consoleRoute({
    method: 'DELETE',
    path: '/technicians/:id/invitation',
    summary: 'Take an invitation back: the link ends, and the address is free again',
    allow: 'technicians.manage',
    params,
    handle: ({ tx, params: { id } }) => revokeInvitation(tx, id),
  }),
];
