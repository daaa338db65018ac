import { TICKET_STATUSES, type TicketStatus } from '#shared/tickets.ts';
import type { UploadedFile } from '#web/api/upload.ts';

export interface DraftCopy {
  html: string;
  /** When it was written, ISO. */
  updatedAt: string;
}

/**
 * Which copy of a draft to go on with: this browser's, which survives a lost connection, or the
 * server's, which may have been written on another machine. The newer one wins.
 */
export function pickDraft(local: DraftCopy | null, server: DraftCopy | null): string {
  if (!local || !server) return (local ?? server)?.html ?? '';
  return Date.parse(local.updatedAt) > Date.parse(server.updatedAt) ? local.html : server.html;
}

/** A stored copy, or null when the storage holds something else. */
export function parseDraftCopy(text: string | null): DraftCopy | null {
  try {
    const value = JSON.parse(text ?? 'null') as Partial<DraftCopy> | null;
    return typeof value?.html === 'string' && typeof value.updatedAt === 'string'
      ? { html: value.html, updatedAt: value.updatedAt }
      : null;
  } catch {
    return null;
  }
}

/** What belongs to a draft beside its text; what is left out was not chosen. */
export interface ReplyDetails {
  to?: string[];
  cc?: string[];
  status?: TicketStatus;
  files?: UploadedFile[];
  /** False: without the signature, this once. */
  isSigned?: boolean;
}

/** What was stored beside the text, as far as it can be made out. */
export function parseDetails(text: string | null): ReplyDetails {
  try {
    const value = JSON.parse(text ?? 'null') as Partial<Record<keyof ReplyDetails, unknown>> | null;
    const { to, cc, files, isSigned } = value ?? {};
    const status = TICKET_STATUSES.find((known) => known === value?.status);
    return {
      ...(isListOf(to, isText) && { to }),
      ...(isListOf(cc, isText) && { cc }),
      ...(status && { status }),
      ...(isListOf(files, isFile) && { files }),
      ...(typeof isSigned === 'boolean' && { isSigned }),
    };
  } catch {
    return {};
  }
}

function isListOf<T>(value: unknown, isOne: (entry: unknown) => entry is T): value is T[] {
  return Array.isArray(value) && value.every(isOne);
}

const isText = (entry: unknown): entry is string => typeof entry === 'string';

function isFile(entry: unknown): entry is UploadedFile {
  const file = entry as Partial<UploadedFile> | null;
  return typeof file?.id === 'number' && typeof file.name === 'string';
}
