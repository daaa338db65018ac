/** Who did what, when and from where: append-only, written in the transaction of the deed. */

export { auditRoutes } from './audit.routes.ts';
export { type AuditEvent, recordAudit } from './audit.ts';
