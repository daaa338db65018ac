import { useEffect, useEffectEvent, useState } from 'react';
import type { UploadedFile } from '#web/api/upload.ts';
import { type Uploads, useUploads } from '#web/ui/uploads.ts';
import { readCopy, writeCopy } from './browser-copy.ts';
import { parseDetails, type ReplyDetails } from './draft-choice.ts';

export interface KeptDetails {
  details: ReplyDetails;
  uploads: Uploads;
  change(part: ReplyDetails): void;
  /** The message was sent: nothing is left of it. */
  finish(): void;
}

/** Recipients, status and files of a draft: kept in this browser over other tabs and reloads. */
export function useReplyDetails(draftKey: string): KeptDetails {
  const key = `${draftKey}.details`;
  const [details, setDetails] = useState(() => parseDetails(readCopy(key)));
  const uploads = useUploads('/api/v1/attachments', details.files);
  function change(part: ReplyDetails) {
    const changed = { ...details, ...part };
    setDetails(changed);
    writeCopy(key, changed);
  }
  const keepFiles = useEffectEvent(() => {
    const files = uploads.list.flatMap(({ uploaded }) => (uploaded ? [uploaded] : []));
    const idsOf = (list: readonly UploadedFile[] = []) => list.map(({ id }) => id).join();
    if (idsOf(files) !== idsOf(details.files)) change({ files });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is what the effect follows
  useEffect(() => keepFiles(), [uploads.list]);
  return {
    details,
    uploads,
    change,
    finish() {
      uploads.clear();
      setDetails({});
      writeCopy(key, null);
    },
  };
}
