/**
 * How a placeholder is filled. `link`: an address of ours, clickable in HTML. `rich`: HTML that was
 * cleaned before, with its plain text. Every other one is text on a single line.
 */
type PlaceholderKind = 'text' | 'link' | 'rich';

/** The fixed list of what may stand between `{[` and `]}`. */
export const PLACEHOLDERS = {
  'Contact First Name': 'text',
  'Technician First Name': 'text',
  'Inviter Full Name': 'text',
  'Security Event': 'text',
  'Old Username': 'text',
  'New Username': 'text',
  'Company Name': 'text',
  'Portal Address': 'link',
  'Portal Username': 'text',
  'Portal Password': 'text',
  'Ticket Number': 'text',
  'Ticket Subject': 'text',
  'Ticket Link': 'link',
  'Ticket Count': 'text',
  'Notice Title': 'text',
  News: 'rich',
  Link: 'link',
  Answer: 'rich',
  Signature: 'rich',
} as const satisfies Record<string, PlaceholderKind>;
export type Placeholder = keyof typeof PLACEHOLDERS;

/** Filled from the tenant itself in every template; whoever renders one need not know them. */
export const TENANT_PLACEHOLDERS = ['Company Name', 'Portal Address'] as const;
export type TenantPlaceholder = (typeof TENANT_PLACEHOLDERS)[number];

/**
 * The templates, and what each may use beside the tenant's own placeholders. Their texts are in
 * locales/<language>/mail.json; a test holds those to this table.
 */
export const TEMPLATES = {
  // the two welcome mails; the first is the portal document's, word for word in English
  SendUsernameAndPassword: ['Contact First Name', 'Portal Username', 'Portal Password'],
  SendSetPasswordLink: ['Contact First Name', 'Portal Username', 'Link'],
  ticketConfirmation: [
    'Contact First Name',
    'Ticket Number',
    'Ticket Subject',
    'Ticket Link',
    'Signature',
  ],
  ticketReply: ['Ticket Number', 'Ticket Subject', 'Ticket Link', 'Answer', 'Signature'],
  passwordReset: ['Technician First Name', 'Link'],
  invitation: ['Technician First Name', 'Inviter Full Name', 'Link'],
  usernameChanged: ['Technician First Name', 'Old Username', 'New Username', 'Link'],
  passwordChanged: ['Technician First Name', 'Link'],
  ticketNotice: [
    'Technician First Name',
    'Ticket Number',
    'Ticket Subject',
    'Ticket Link',
    'Notice Title',
    'News',
    'Link',
  ],
  ticketNotices: ['Technician First Name', 'Ticket Count', 'News', 'Link'],
  securityNotice: ['Technician First Name', 'Security Event', 'Link'],
  contactPasswordReset: ['Contact First Name', 'Portal Username', 'Link'],
} as const satisfies Record<string, readonly Placeholder[]>;
export type TemplateName = keyof typeof TEMPLATES;

/** The templates that Admin > Settings offers for the mail to new contacts. */
export const NEW_CONTACT_TEMPLATES = ['SendUsernameAndPassword', 'SendSetPasswordLink'] as const;
export type NewContactTemplate = (typeof NEW_CONTACT_TEMPLATES)[number];

/** HTML that is clean already, and the same as plain text. */
export interface RichValue {
  html: string;
  text: string;
}

type ValueOf<P extends Placeholder> = (typeof PLACEHOLDERS)[P] extends 'rich' ? RichValue : string;

/** What has to be given to render a template: leaving one out does not compile. */
export type TemplateValues<N extends TemplateName> = {
  [P in (typeof TEMPLATES)[N][number]]: ValueOf<P>;
};
