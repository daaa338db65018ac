/** What is said on tickets: messages, their files, drafts, and the people they go to. */
export { addMessage, type NewMessage } from './add-message.ts';
export { addAttachments, keepUpload, openAttachment, openSignatureImage } from './attachments.ts';
export { type Confirmation, queueConfirmation } from './confirm-ticket.ts';
export { messageAdded, ticketOpened } from './conversation-news.ts';
export { Subject, Written } from './conversations.fields.ts';
export { conversationsJobs, conversationsScheduledJobs } from './conversations.jobs.ts';
export { conversationsRoutes } from './conversations.routes.ts';
export { copyMessage } from './copy-message.ts';
export { getPortalMessage, listPortalMessages } from './list-messages.ts';
export { AttachmentView, PortalMessageView } from './messages.views.ts';
export { openTicket, openTicketInPortal, openTicketWithNote } from './open-ticket.ts';
export { addParticipants } from './participants.ts';
export { markAllTicketsRead, markTicketRead } from './ticket-reads.ts';
export { findAssignee, ticketValues } from './ticket-values.ts';
export { writeInPortal } from './write-in-portal.ts';
