import { contactsRoutes } from '#modules/contacts/index.ts';
import { customersRoutes } from '#modules/customers/index.ts';
import { settingsRoutes } from '#modules/settings/index.ts';
import type { Guard } from '#platform/http/guard.ts';
import type { Route } from '#platform/http/route.ts';

/** How the server learns who is calling. */
export const guard: Guard = {
  identify: async () => null,
  loadActor: async () => null,
};

/** Every route of the house, module by module: the product can be read from this list. */
export const routes: readonly Route[] = [...customersRoutes, ...contactsRoutes, ...settingsRoutes];
