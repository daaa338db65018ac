/** Edges of the squares, in pixels, that a profile picture is kept in; the smallest first. */
export const PICTURE_SIZES_PX = [64, 128, 256, 512] as const;
export type PictureSizePx = (typeof PICTURE_SIZES_PX)[number];
