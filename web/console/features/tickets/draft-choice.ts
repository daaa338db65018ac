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
