import type { ArticleReader } from '#modules/knowledge/index.ts';
import { getPortalSettings } from '#modules/portal-settings/index.ts';
import { notFound, unauthenticated } from '#platform/errors.ts';
import type { ReaderTx } from '#platform/http/route.ts';
import { LANGUAGES, type Language } from '#shared/languages.ts';

/** What one reader may read, and in which languages he is served, the best first. */
export interface Reading {
  reader: ArticleReader;
  languages: readonly Language[];
}

/**
 * Throws 404 where the portal shows no knowledge base, and 401 where visitors have to sign in for it.
 * @param language the reader's wish; else his own
 */
export async function enterKnowledgeBase(tx: ReaderTx, language?: Language): Promise<Reading> {
  const settings = await getPortalSettings(tx);
  if (!settings.showsKnowledgeBase) throw notFound();
  if (tx.actor.kind === 'visitor' && !settings.isKnowledgeBasePublic) throw unauthenticated();
  const wanted = language ?? tx.actor.language;
  return {
    reader: tx.actor,
    languages: [...new Set([wanted, settings.language, ...LANGUAGES])],
  };
}
