import { useEffect, useEffectEvent, useState } from 'react';
import { useHold } from '#web/ui/file-drop.tsx';
import { isBlankHtml } from '#web/ui/rich-text-editor.tsx';
import { type Uploads, useUploads } from '#web/ui/uploads.ts';
import { type Draft, useKeptDraft } from '../data/drafts.ts';
import { useMember } from '../data/session.ts';

export interface Composer {
  draft: Draft;
  uploads: Uploads;
  isRestored: boolean;
  /** Neither text nor files. */
  isEmpty: boolean;
  /** Why it cannot be sent yet: files on their way, or files that did not get there. */
  hold: string | null;
  /** Changes when everything starts afresh. */
  round: number;
  change(part: Partial<Draft>): void;
  clear(): void;
}

/** A message being written: its text and its files, kept over reloads. */
export function useComposer(draftName: string): Composer {
  const kept = useKeptDraft(useMember().contact.id, draftName);
  const uploads = useUploads('/portal/v1/attachments', kept.draft.files);
  const [round, setRound] = useState(0);
  const keepFiles = useEffectEvent(() => {
    const files = uploads.list.flatMap(({ uploaded }) => (uploaded ? [uploaded] : []));
    const ids = (list: Draft['files']) => list.map(({ id }) => id).join();
    if (ids(files) !== ids(kept.draft.files)) kept.change({ files });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is what the effect follows
  useEffect(() => keepFiles(), [uploads.list]);
  return {
    draft: kept.draft,
    uploads,
    isRestored: kept.isRestored && round === 0,
    isEmpty: isBlankHtml(kept.draft.html) && uploads.list.length === 0,
    hold: useHold(uploads),
    round,
    change: kept.change,
    clear() {
      kept.clear();
      uploads.clear();
      setRound(round + 1);
    },
  };
}
