/** Who may read an article once it is published, from everybody to nobody but the company itself. */
export const ARTICLE_VISIBILITIES = ['public', 'contacts', 'customers', 'technicians'] as const;
export type ArticleVisibility = (typeof ARTICLE_VISIBILITIES)[number];
