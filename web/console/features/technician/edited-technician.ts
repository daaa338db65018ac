import type { Technician } from '#web/api/types.ts';

/** What the page of one technician shows, be it one's own session or a row of the list. */
export type EditedTechnician = Pick<
  Technician,
  'id' | 'email' | 'firstName' | 'lastName' | 'phone' | 'role'
> & { /** Left out: one's own, who is signed in. */ state?: Technician['state'] };

export const nameOf = ({ firstName, lastName }: EditedTechnician) =>
  `${firstName} ${lastName}`.trim();
