/**
 * A page asks for its data before it can hear of changes, so that what happened in between would
 * be missed. Who begins to listen is therefore told what was heard this long before …
 */
export const LIVE_RECENT_MS = 15_000;

/** … and asks again for what came earlier than this. The difference is for slow answers. */
export const LIVE_TRUSTED_MS = 10_000;
