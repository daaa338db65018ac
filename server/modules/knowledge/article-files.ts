import { clock } from '#platform/clock.ts';
import type { ConsoleTx, Upload } from '#platform/http/route.ts';
import { insertArticleFile } from './article-files.queries.ts';
import { pictureFacts } from './article-picture.ts';
import { type ArticleFileView, articleFileView } from './articles.views.ts';

/** A file beside an article's text, as it was sent. */
export async function keepArticleFile(
  tx: ConsoleTx,
  upload: Upload | null,
): Promise<ArticleFileView> {
  if (!upload) throw new Error('the route takes an upload');
  const { key: fileKey, name, mediaType, sizeBytes, sha256 } = upload;
  const size = { widthPx: null, heightPx: null };
  return keep(tx, { fileKey, name, mediaType, sizeBytes, sha256, ...size });
}

/** @param upload what `makeArticlePicture` made of the file that was sent */
export async function keepArticlePicture(
  tx: ConsoleTx,
  upload: Upload | null,
): Promise<ArticleFileView> {
  const [made] = upload?.derived ?? [];
  if (!upload || !made) throw new Error('the route makes a picture of its upload');
  const { key: fileKey, sizeBytes, sha256 } = made;
  const facts = await pictureFacts(await tx.platform.files.read(fileKey));
  return keep(tx, { fileKey, name: upload.name, sizeBytes, sha256, ...facts });
}

async function keep(
  tx: ConsoleTx,
  file: Omit<Parameters<typeof insertArticleFile>[1], 'technicianId'>,
): Promise<ArticleFileView> {
  const { technicianId } = tx.actor;
  return articleFileView(await insertArticleFile(tx, { ...file, technicianId }, clock.now()));
}
