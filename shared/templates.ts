/**
 * How a placeholder is filled. `link`: an address of ours, clickable in HTML. `rich`: HTML that was
 * cleaned before, with its plain text. Every other one is text on a single line.
 */
type PlaceholderKind = 'text' | 'link' | 'rich';

/** The fixed list of what may stand between `{[` and `]}`. */
export const PLACEHOLDERS = {
  'Contact First Name': 'text',
  'Contact Last Name': 'text',
  'Contact Full Name': 'text',
  'Contact Email': 'text',
  'Customer Name': 'text',
  'Technician First Name': 'text',
  'Technician Last Name': 'text',
  'Technician Full Name': 'text',
  'Inviter Full Name': 'text',
  'Security Event': 'text',
  'Portal Domain': 'text',
  'Domain Problem': 'text',
  'Old Username': 'text',
  'New Username': 'text',
  'Company Name': 'text',
  'Portal Address': 'link',
  'Portal Username': 'text',
  'Portal Password': 'text',
  'Ticket Number': 'text',
  'Ticket Subject': 'text',
  'Ticket Status': 'text',
  'Ticket Link': 'link',
  'Ticket Count': 'text',
  'Notice Title': 'text',
  News: 'rich',
  Link: 'link',
  Answer: 'rich',
  'Status Note': 'text',
  Signature: 'rich',
} as const satisfies Record<string, PlaceholderKind>;
export type Placeholder = keyof typeof PLACEHOLDERS;

/** Filled from the tenant itself in every template; whoever renders one need not know them. */
export const TENANT_PLACEHOLDERS = ['Company Name', 'Portal Address'] as const;
export type TenantPlaceholder = (typeof TENANT_PLACEHOLDERS)[number];

/** Whoever may read one of these may enter: they never stand in a subject. */
export const SECRET_PLACEHOLDERS = ['Link', 'Portal Password'] as const;

export const CONTACT_PLACEHOLDERS = [
  'Contact First Name',
  'Contact Last Name',
  'Contact Full Name',
  'Contact Email',
  'Customer Name',
] as const;

/** In mails to contacts the technician is who wrote, or whose ticket it is; he may be missing. */
export const TICKET_PLACEHOLDERS = [
  'Ticket Number',
  'Ticket Subject',
  'Ticket Status',
  'Ticket Link',
  'Technician First Name',
  'Technician Last Name',
  'Technician Full Name',
  'Signature',
] as const;

interface Template {
  audience: 'contacts' | 'technicians';
  /** What it may use beside the tenant's own placeholders. */
  placeholders: readonly Placeholder[];
  /** What it is of no use without. */
  required: readonly Placeholder[];
  /** Part of a ticket's conversation: an answer to it finds its way by marks that must be there. */
  isThreaded: boolean;
}

const ON_TICKETS = [...CONTACT_PLACEHOLDERS, ...TICKET_PLACEHOLDERS] as const;

/** Every mail that Portico sends. The original texts are in locales/<language>/mail.json. */
export const TEMPLATES = {
  // the two welcome mails; the first is the portal document's, word for word in English
  SendUsernameAndPassword: {
    audience: 'contacts',
    placeholders: [...CONTACT_PLACEHOLDERS, 'Portal Username', 'Portal Password'],
    required: ['Portal Username', 'Portal Password'],
    isThreaded: false,
  },
  SendSetPasswordLink: {
    audience: 'contacts',
    placeholders: [...CONTACT_PLACEHOLDERS, 'Portal Username', 'Link'],
    required: ['Link'],
    isThreaded: false,
  },
  contactPasswordReset: {
    audience: 'contacts',
    placeholders: [...CONTACT_PLACEHOLDERS, 'Portal Username', 'Link'],
    required: ['Link'],
    isThreaded: false,
  },
  signInLink: {
    audience: 'contacts',
    placeholders: [...CONTACT_PLACEHOLDERS, 'Portal Username', 'Link'],
    required: ['Link'],
    isThreaded: false,
  },
  ticketConfirmation: {
    audience: 'contacts',
    placeholders: ON_TICKETS,
    required: [],
    isThreaded: true,
  },
  ticketOpenedForContact: {
    audience: 'contacts',
    placeholders: [...ON_TICKETS, 'Answer'],
    required: ['Answer'],
    isThreaded: true,
  },
  ticketReply: {
    audience: 'contacts',
    placeholders: [...ON_TICKETS, 'Answer', 'Status Note'],
    required: ['Answer'],
    isThreaded: true,
  },
  ticketResolved: {
    audience: 'contacts',
    placeholders: ON_TICKETS,
    required: [],
    isThreaded: true,
  },
  ticketClosed: { audience: 'contacts', placeholders: ON_TICKETS, required: [], isThreaded: true },
  ticketReopened: {
    audience: 'contacts',
    placeholders: ON_TICKETS,
    required: [],
    isThreaded: true,
  },
  ticketNotice: {
    audience: 'technicians',
    placeholders: [
      'Technician First Name',
      'Ticket Number',
      'Ticket Subject',
      'Ticket Link',
      'Notice Title',
      'News',
      'Link',
    ],
    required: ['News'],
    isThreaded: false,
  },
  ticketNotices: {
    audience: 'technicians',
    placeholders: ['Technician First Name', 'Ticket Count', 'News', 'Link'],
    required: ['News'],
    isThreaded: false,
  },
  alertNotice: {
    audience: 'technicians',
    placeholders: ['Technician First Name', 'Notice Title', 'News', 'Link'],
    required: ['News'],
    isThreaded: false,
  },
  invitation: {
    audience: 'technicians',
    placeholders: ['Technician First Name', 'Inviter Full Name', 'Link'],
    required: ['Link'],
    isThreaded: false,
  },
  passwordReset: {
    audience: 'technicians',
    placeholders: ['Technician First Name', 'Link'],
    required: ['Link'],
    isThreaded: false,
  },
  passwordChanged: {
    audience: 'technicians',
    placeholders: ['Technician First Name', 'Link'],
    required: ['Link'],
    isThreaded: false,
  },
  usernameChanged: {
    audience: 'technicians',
    placeholders: ['Technician First Name', 'Old Username', 'New Username', 'Link'],
    required: ['Link'],
    isThreaded: false,
  },
  securityNotice: {
    audience: 'technicians',
    placeholders: ['Technician First Name', 'Security Event', 'Link'],
    required: ['Security Event', 'Link'],
    isThreaded: false,
  },
  portalDomainBroken: {
    audience: 'technicians',
    placeholders: ['Technician First Name', 'Portal Domain', 'Domain Problem', 'Link'],
    required: ['Portal Domain', 'Link'],
    isThreaded: false,
  },
} as const satisfies Record<string, Template>;
export type TemplateName = keyof typeof TEMPLATES;
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as TemplateName[];

/** The templates that Admin > Settings offers for the mail to new contacts. */
export const NEW_CONTACT_TEMPLATES = ['SendUsernameAndPassword', 'SendSetPasswordLink'] as const;
export type NewContactTemplate = (typeof NEW_CONTACT_TEMPLATES)[number];

/**
 * The line above which we ask people to answer; its signs are the same in every language, and the
 * mailroom cuts off what stands below it.
 */
export const REPLY_MARKER_PATTERN = /##-\s?[^#\n]{3,120}\s?-##/;

/** Mails to contacts that a company may do without; the confirmation has its switch in Settings. */
export const OPTIONAL_TEMPLATES = [
  'ticketOpenedForContact',
  'ticketResolved',
  'ticketClosed',
  'ticketReopened',
] as const;
export type OptionalTemplate = (typeof OPTIONAL_TEMPLATES)[number];

/** What may stand in a template: its own placeholders and the company's. */
export const placeholdersOf = (name: TemplateName): readonly Placeholder[] => [
  ...TEMPLATES[name].placeholders,
  ...TENANT_PLACEHOLDERS,
];

const isSecret = (name: string) => (SECRET_PLACEHOLDERS as readonly string[]).includes(name);

/** A subject shows on locked screens and in lists, and has one line. */
export const mayStandInSubject = (name: Placeholder): boolean =>
  PLACEHOLDERS[name] !== 'rich' && !isSecret(name);
