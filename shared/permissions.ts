/**
 * What a role may allow, grouped by area. A permission is named area.verb; the server checks
 * it on every route, the console shows only what it allows.
 */
export const PERMISSIONS = [
  'tickets.view',
  'tickets.create',
  'tickets.reply',
  'tickets.note',
  'tickets.update',
  'customers.view',
  'customers.manage',
  'contacts.view',
  'contacts.manage',
  'contacts.credentials',
  'knowledge.view',
  'knowledge.manage',
  'devices.view',
  'devices.manage',
  'alerts.view',
  'alerts.manage',
  'technicians.view',
  'technicians.manage',
  'roles.manage',
  'settings.manage',
  'mail.manage',
  'apiKeys.manage',
  'audit.view',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/**
 * These concern the company as a whole: its log, its mail and its settings tell of every customer,
 * articles are written for all of them, and who gives roles could give himself all. So a role that
 * is limited to chosen customers cannot have them.
 */
export const WHOLE_COMPANY_PERMISSIONS: readonly Permission[] = [
  'knowledge.manage',
  'technicians.manage',
  'roles.manage',
  'settings.manage',
  'mail.manage',
  'apiKeys.manage',
  'audit.view',
];

/** What a permission is of no use without: whoever changes tickets has to see them. */
export const PERMISSION_NEEDS: Partial<Record<Permission, Permission>> = {
  'tickets.create': 'tickets.view',
  'tickets.reply': 'tickets.view',
  'tickets.note': 'tickets.view',
  'tickets.update': 'tickets.view',
  'customers.manage': 'customers.view',
  'contacts.manage': 'contacts.view',
  'contacts.credentials': 'contacts.view',
  'knowledge.manage': 'knowledge.view',
  'devices.manage': 'devices.view',
  'alerts.view': 'devices.view',
  'alerts.manage': 'alerts.view',
  'technicians.manage': 'technicians.view',
};

/** What the built-in role Technician may do: the daily work, nothing of Admin. */
export const TECHNICIAN_PERMISSIONS: readonly Permission[] = [
  'tickets.view',
  'tickets.create',
  'tickets.reply',
  'tickets.note',
  'tickets.update',
  'customers.view',
  'customers.manage',
  'contacts.view',
  'contacts.manage',
  'contacts.credentials',
  'knowledge.view',
  'knowledge.manage',
  'devices.view',
  'devices.manage',
  'alerts.view',
  'alerts.manage',
  'technicians.view',
];
