/** What contacts have of a property of their tickets: nothing, a look at it, or the choice. */
export const TICKET_FIELD_USES = ['hidden', 'shown', 'filled'] as const;
export type TicketFieldUse = (typeof TICKET_FIELD_USES)[number];

/** Who may read the knowledge base in the portal. */
export const KNOWLEDGE_BASE_READERS = ['hidden', 'contacts', 'public'] as const;
export type KnowledgeBaseReaders = (typeof KNOWLEDGE_BASE_READERS)[number];

export const PORTAL_LIMITS = {
  links: 6,
  linkLabelChars: 40,
  urlChars: 500,
  welcomeChars: 1_000,
  logoBytes: 5_000_000,
} as const;

/** From this width to height on a logo is a word: the name beside it would say it twice. */
const WORD_RATIO = 2;

export const isWordLogo = ({ widthPx, heightPx }: { widthPx: number; heightPx: number }) =>
  widthPx >= WORD_RATIO * heightPx;
