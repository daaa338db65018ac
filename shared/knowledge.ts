/** Who may read an article once it is published, from everybody to nobody but the company itself. */
export const ARTICLE_VISIBILITIES = ['public', 'contacts', 'customers', 'technicians'] as const;
export type ArticleVisibility = (typeof ARTICLE_VISIBILITIES)[number];

/** What readers get of an article in one language: nothing, what was written last, or what was before. */
export const ARTICLE_STATES = ['draft', 'published', 'changed'] as const;
export type ArticleState = (typeof ARTICLE_STATES)[number];
