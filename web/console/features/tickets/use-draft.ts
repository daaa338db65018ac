import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isApiError } from '#web/api/problem.ts';
import { isBlankHtml } from '#web/ui/rich-text-editor.tsx';
import { type DraftKind, dropDraft, loadDraft, saveDraft } from '../../data/tickets.ts';
import { readCopy, writeCopy } from './browser-copy.ts';
import { type DraftCopy, parseDraftCopy, pickDraft } from './draft-choice.ts';

const SAVE_PAUSE_MS = 800;

export interface Draft {
  isLoading: boolean;
  /** What the editor starts with. */
  initialHtml: string;
  html: string;
  write(html: string): void;
  /** The text was sent: both copies go. */
  finish(): void;
}

/** What has been begun on a ticket: kept in this browser at once and on the server soon after. */
export function useDraft(number: number, kind: DraftKind, storageKey: string): Draft {
  const [written, setWritten] = useState<string | null>(null);
  const stored = useQuery({
    queryKey: ['draft', number, kind],
    queryFn: async () => pickDraft(readLocal(storageKey), await readServer(number, kind)),
    // Read once: what is typed from then on is newer than any copy.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  // Without the server the copy in this browser is better than nothing.
  const initialHtml = stored.data ?? (stored.isError ? (readLocal(storageKey)?.html ?? '') : '');
  const html = written ?? initialHtml;

  const saveSoon = useDebouncedCallback(
    (text: string) => {
      const saving = isBlankHtml(text) ? dropDraft(number, kind) : saveDraft(number, kind, text);
      // The copy in this browser is still there; the next key stroke tries again.
      saving.catch(() => undefined);
    },
    { delay: SAVE_PAUSE_MS, flushOnUnmount: true },
  );

  return {
    isLoading: stored.isPending,
    initialHtml,
    html,
    write(text) {
      setWritten(text);
      writeLocal(storageKey, isBlankHtml(text) ? null : text);
      saveSoon(text);
    },
    finish() {
      saveSoon.cancel();
      setWritten('');
      writeLocal(storageKey, null);
      dropDraft(number, kind).catch(() => undefined);
    },
  };
}

async function readServer(number: number, kind: DraftKind): Promise<DraftCopy | null> {
  try {
    const draft = await loadDraft(number, kind);
    return draft.updatedAt ? { html: draft.html, updatedAt: draft.updatedAt } : null;
  } catch (error) {
    if (isApiError(error) && error.status === 404) return null;
    throw error;
  }
}

const readLocal = (key: string) => parseDraftCopy(readCopy(key));

function writeLocal(key: string, html: string | null): void {
  writeCopy(key, html === null ? null : { html, updatedAt: new Date().toISOString() });
}
