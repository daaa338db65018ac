/** The square of a picture that somebody chose, in pixels. */
export interface Crop {
  x: number;
  y: number;
  size: number;
  /** The picture's measures as he saw it. */
  width?: number | undefined;
  height?: number | undefined;
}

/** The measures of a picture as it is stored, and of it as its EXIF orientation turns it. */
export interface Measures {
  width: number;
  height: number;
  turned: { width: number; height: number };
}

export interface Square {
  isTurned: boolean;
  left: number;
  top: number;
  edge: number;
}

/**
 * Which square to cut out; without a crop the largest one in the middle. Null when the crop is not
 * inside the picture. Programs disagree on which formats have an orientation (WebP!), so that a
 * picture that was seen lying is left so: the crop was drawn on what was seen.
 */
export function chooseSquare(picture: Measures, crop: Crop | null): Square | null {
  const isTurned = !(crop && isSeenAs(picture, crop) && !isSeenAs(picture.turned, crop));
  const { width, height } = isTurned ? picture.turned : picture;
  if (!crop) {
    const edge = Math.min(width, height);
    const [left, top] = [Math.floor((width - edge) / 2), Math.floor((height - edge) / 2)];
    return { isTurned, left, top, edge };
  }
  const { x: left, y: top, size: edge } = crop;
  const isInside = edge > 0 && left + edge <= width && top + edge <= height;
  return isInside ? { isTurned, left, top, edge } : null;
}

const isSeenAs = (picture: { width: number; height: number }, crop: Crop) =>
  picture.width === crop.width && picture.height === crop.height;
