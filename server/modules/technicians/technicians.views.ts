import { z } from 'zod';
import { RoleRef } from '#modules/roles/index.ts';
import { pictureUrl } from './picture-url.ts';
import type { Technician } from './technicians.ts';

export const TechnicianView = z.object({
  id: z.number(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string().nullable(),
  /** Add `?size=` (64, 128, 256 or 512 pixels). */
  pictureUrl: z.string().nullable(),
  role: RoleRef,
  state: z.enum(['active', 'invited', 'disabled']),
  lastSignInAt: z.string().nullable(),
  hasTwoFactor: z
    .boolean()
    .nullable()
    .describe('Signs in with a second factor; null for who may not manage technicians'),
});

export const technicianView = (technician: Technician) => ({
  id: technician.id,
  email: technician.email,
  firstName: technician.firstName,
  lastName: technician.lastName,
  phone: technician.phone,
  pictureUrl: pictureUrl(technician.pictureKey, 'console'),
  role: technician.role,
  state: technician.state,
  lastSignInAt: technician.lastSignInAt?.toISOString() ?? null,
  hasTwoFactor: technician.hasTwoFactor,
});
