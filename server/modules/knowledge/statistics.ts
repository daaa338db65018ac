import { z } from 'zod';
import { clock, DAY_MS, inMs } from '#platform/clock.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import { LANGUAGES } from '#shared/languages.ts';
import { languagesOf } from './articles.ts';
import {
  type CommentRow,
  listComments,
  listMostRead,
  listSearches,
  listUnhelpful,
  type SearchRow,
  sumUp,
} from './statistics.queries.ts';

const READ = z.object({
  id: z.number(),
  title: z.string(),
  views: z.number(),
  helpful: z.number(),
  unhelpful: z.number(),
});
const Search = z.object({
  words: z.string(),
  asked: z.number(),
  found: z.number().describe('Articles that had all the words when it was asked last'),
  lastDay: z.date(),
});

/** What readers did with the knowledge base. Nothing of it says who. */
export const StatisticsView = z.object({
  days: z.number(),
  totals: z.object({
    views: z.number(),
    searches: z.number(),
    unanswered: z.number(),
    helpful: z.number(),
    unhelpful: z.number(),
  }),
  mostRead: z.array(READ),
  unhelpful: z.array(READ),
  unansweredSearches: z.array(Search),
  answeredSearches: z.array(Search),
  comments: z.array(
    z.object({
      articleId: z.number(),
      title: z.string(),
      comment: z.string(),
      isHelpful: z.boolean(),
      language: z.enum(LANGUAGES),
      createdAt: z.date(),
    }),
  ),
});
export type StatisticsView = z.infer<typeof StatisticsView>;

const ROWS = 20;

export async function getStatistics(tx: ConsoleTx, days: number): Promise<StatisticsView> {
  const from = inMs(-days * DAY_MS, clock.now());
  const period = { from, languages: await languagesOf(tx), limit: ROWS };
  return {
    days,
    totals: await sumUp(tx, from),
    mostRead: await listMostRead(tx, period),
    unhelpful: await listUnhelpful(tx, period),
    unansweredSearches: (await listSearches(tx, period, false)).map(searchView),
    answeredSearches: (await listSearches(tx, period, true)).map(searchView),
    comments: (await listComments(tx, period)).map(commentView),
  };
}

const searchView = ({ last_day, ...row }: SearchRow) => ({ ...row, lastDay: last_day });

const commentView = (row: CommentRow) => ({
  articleId: row.article_id,
  title: row.title,
  comment: row.comment,
  isHelpful: row.is_helpful,
  language: row.language,
  createdAt: row.created_at,
});
