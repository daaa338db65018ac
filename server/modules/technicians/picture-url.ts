import { PREFIX } from '#platform/http/route.ts';

/** Where an audience fetches the picture with this key; null when there is none. */
export const pictureUrl = (key: string | null, audience: keyof typeof PREFIX): string | null =>
  key === null ? null : `${PREFIX[audience]}/pictures/${key}`;
