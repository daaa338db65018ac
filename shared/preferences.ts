/** The pages that can open after signing in, in the order of the profile document. */
export const DEFAULT_PAGES = ['dashboard', 'tickets', 'customers', 'devices', 'alerts'] as const;
export type DefaultPage = (typeof DEFAULT_PAGES)[number];

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** How much room rows take. */
export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];
