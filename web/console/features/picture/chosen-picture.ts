import { useEffect, useRef, useState } from 'react';
import { LIMITS } from '#shared/limits.ts';

export interface ChosenPicture {
  file: File;
  /** What is shown of it while it is cut. */
  url: string;
  width: number;
  height: number;
}

export type Refusal = 'tooLarge' | 'notShown';

/** Kinds that may move. What is kept is the first frame, so that is what has to be cut. */
const MOVING = new Set(['image/gif', 'image/webp']);

/**
 * The picture that somebody has chosen, opened by the browser. A file that is refused leaves the
 * one before where it was.
 */
export function useChosenPicture() {
  const [picture, setPicture] = useState<ChosenPicture | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const latest = useRef<File>(null);
  const url = picture?.url;
  useEffect(
    () => () => {
      if (url) URL.revokeObjectURL(url);
    },
    [url],
  );

  async function choose(file: File | null | undefined) {
    if (!file) return;
    latest.current = file;
    setRefusal(null);
    if (file.size > LIMITS.pictureBytes) return setRefusal('tooLarge');
    const opened = await open(file);
    if (latest.current !== file) {
      if (opened) URL.revokeObjectURL(opened.url);
    } else if (opened) setPicture(opened);
    else setRefusal('notShown');
  }

  return { picture, refusal, choose };
}

/** Null when the browser does not know it for a picture. */
async function open(file: File): Promise<ChosenPicture | null> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
  } catch {
    URL.revokeObjectURL(image.src);
    return null;
  }
  const { naturalWidth: width, naturalHeight: height } = image;
  const still = MOVING.has(file.type) ? await firstFrame(image) : null;
  if (still) URL.revokeObjectURL(image.src);
  return { file, url: still ? URL.createObjectURL(still) : image.src, width, height };
}

/** What is drawn of a moving picture is its first frame (HTML standard, drawImage). */
function firstFrame(image: HTMLImageElement): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve));
}
