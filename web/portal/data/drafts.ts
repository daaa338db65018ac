import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { TicketImpact, TicketPriority } from '#shared/tickets.ts';
import type { UploadedFile } from '#web/api/upload.ts';
import { isBlankHtml } from '#web/ui/rich-text-editor.tsx';

/** What somebody began to write; kept in this browser until it is sent or thrown away. */
export interface Draft {
  subject: string;
  html: string;
  files: UploadedFile[];
  /** Tells the server that sending it again is no second ticket or message. */
  key?: string;
  priority?: TicketPriority;
  impact?: TicketImpact;
  deviceId?: number;
}

export const EMPTY_DRAFT: Draft = { subject: '', html: '', files: [] };

const PREFIX = 'portico.draft.';
const WRITE_AFTER_MS = 300;

/** Drafts are told apart by contact: another person at the same computer never sees them. */
const keyOf = (contactId: number, name: string) => `${PREFIX}${contactId}.${name}`;

export interface KeptDraft {
  draft: Draft;
  /** True when the draft comes from an earlier visit. */
  isRestored: boolean;
  change(part: Partial<Draft>): void;
  /** After sending: the draft is gone, also from the disk. */
  clear(): void;
}

/** A draft that survives a reload and a closed tab. */
export function useKeptDraft(contactId: number, name: string): KeptDraft {
  const key = keyOf(contactId, name);
  const [stored] = useState(() => read(key));
  const [draft, setDraft] = useState(stored ?? EMPTY_DRAFT);
  const isDirty = useRef(false);

  const write = useEffectEvent(() => {
    if (isDirty.current) store(key, draft);
    isDirty.current = false;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new draft starts the wait anew
  useEffect(() => {
    const timer = setTimeout(() => write(), WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [draft]);

  useEffect(() => {
    const writeNow = () => write();
    window.addEventListener('pagehide', writeNow);
    return () => {
      window.removeEventListener('pagehide', writeNow);
      writeNow();
    };
  }, []);

  return {
    draft,
    isRestored: stored !== null,
    change(part) {
      isDirty.current = true;
      setDraft((before) => ({ ...before, key: before.key ?? makeKey(), ...part }));
    },
    clear() {
      isDirty.current = false;
      store(key, EMPTY_DRAFT);
      setDraft(EMPTY_DRAFT);
    },
  };
}

/** Not `randomUUID`, which browsers keep from portals without HTTPS. */
function makeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const isEmpty = (draft: Draft) =>
  draft.subject.trim() === '' && isBlankHtml(draft.html) && draft.files.length === 0;

function read(key: string): Draft | null {
  try {
    const draft = { ...EMPTY_DRAFT, ...JSON.parse(localStorage.getItem(key) ?? 'null') } as Draft;
    return isEmpty(draft) ? null : draft;
  } catch {
    return null;
  }
}

function store(key: string, draft: Draft): void {
  try {
    if (isEmpty(draft)) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Storage may be full or forbidden; the text is then kept while the page is open.
  }
}

function draftKeys(contactId: number): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(keyOf(contactId, '')));
  } catch {
    return [];
  }
}

export const hasDrafts = (contactId: number): boolean => draftKeys(contactId).length > 0;

export function deleteDrafts(contactId: number): void {
  for (const key of draftKeys(contactId)) localStorage.removeItem(key);
}
