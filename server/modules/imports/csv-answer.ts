import { RawAnswer } from '#platform/http/route.ts';

/** A CSV file as a download that no browser interprets or keeps. */
export function csvAnswer({ name, csv }: { name: string; csv: string }): RawAnswer {
  const ascii = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  return new RawAnswer((reply) =>
    reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header(
        'content-disposition',
        `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
      )
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .send(csv),
  );
}
