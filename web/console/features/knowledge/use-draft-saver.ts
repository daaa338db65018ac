import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Language } from '#shared/languages.ts';
import { isApiError } from '#web/api/problem.ts';
import { type ArticleText, articleQuery, saveDraft } from '../../data/articles.ts';

const TYPING_PAUSE_MS = 1_500;

export interface DraftFields {
  title: string;
  html: string;
  attachmentIds: number[];
}

export type SavingState = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';

const fieldsOf = ({ draft }: ArticleText): DraftFields => ({
  title: draft?.title ?? '',
  html: draft?.html ?? '',
  attachmentIds: draft?.attachments.map(({ id }) => id) ?? [],
});

const isSame = (a: DraftFields, b: DraftFields) =>
  a.title.trim() === b.title.trim() &&
  a.html === b.html &&
  a.attachmentIds.join() === b.attachmentIds.join();

/**
 * Keeps what is written a moment after it was, one save after the other. What a colleague has saved
 * meanwhile is taken over when nothing of one's own waits, and told when something does.
 */
export function useDraftSaver(articleId: number, language: Language, text: ArticleText) {
  const queryClient = useQueryClient();
  const [fields, setFields] = useState(() => fieldsOf(text));
  const [state, setState] = useState<SavingState>('saved');
  const [error, setError] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<ArticleText | null>(null);
  /** Another number when the fields come from elsewhere: editors begin afresh. */
  const [round, setRound] = useState(0);
  const written = useRef(fields);
  const kept = useRef(fields);
  const version = useRef(text.draft?.version ?? 0);
  const running = useRef<Promise<boolean>>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const note = useCallback(
    (saved: ArticleText) => {
      version.current = saved.draft?.version ?? 0;
      queryClient.setQueryData(
        articleQuery(articleId).queryKey,
        (article) =>
          article && {
            ...article,
            texts: article.texts.map((each) => (each.language === language ? saved : each)),
            languages: article.languages.map((each) =>
              each.language === language ? { language, state: saved.state } : each,
            ),
          },
      );
    },
    [queryClient, articleId, language],
  );

  /** Takes over what the server has, e.g. another version of it. */
  const adopt = useCallback(
    (saved: ArticleText) => {
      clearTimeout(timer.current);
      const taken = fieldsOf(saved);
      written.current = taken;
      kept.current = taken;
      note(saved);
      setFields(taken);
      setTheirs(null);
      setError(null);
      setState('saved');
      setRound((number) => number + 1);
    },
    [note],
  );

  const saveAll = useCallback(async (): Promise<boolean> => {
    while (!isSame(written.current, kept.current)) {
      const sent = written.current;
      if (sent.title.trim() === '') return false;
      setState('saving');
      try {
        const body = { ...sent, version: version.current };
        note(await saveDraft({ id: articleId, language }, body));
        kept.current = sent;
        setError(null);
      } catch (problem) {
        const isConflict = isApiError(problem, 'conflict');
        if (isConflict) setTheirs((problem.current as ArticleText | null) ?? null);
        setError(isConflict ? null : problem);
        setState(isConflict ? 'conflict' : 'failed');
        return false;
      }
    }
    setState('saved');
    return true;
  }, [articleId, language, note]);

  /** Resolves when everything is kept; false when it could not be. */
  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    running.current ??= saveAll().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [saveAll]);

  const write = useCallback(
    (change: Partial<DraftFields>) => {
      const next = { ...written.current, ...change };
      if (isSame(next, written.current) && next.title === written.current.title) return;
      written.current = next;
      setFields(next);
      if (theirs) return;
      setState('waiting');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), TYPING_PAUSE_MS);
    },
    [flush, theirs],
  );

  const keepMine = useCallback(() => {
    version.current = theirs?.draft?.version ?? 0;
    setTheirs(null);
    void flush();
  }, [theirs, flush]);

  const takeOver = useEffectEvent((saved: ArticleText) => {
    const isNewer = (saved.draft?.version ?? 0) > version.current;
    if (!isNewer || running.current || !isSame(written.current, kept.current)) return;
    if (isSame(fieldsOf(saved), written.current)) note(saved);
    else adopt(saved);
  });
  useEffect(() => takeOver(text), [text]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return { fields, state, error, theirs, round, version, write, flush, adopt, keepMine };
}

export type DraftSaver = ReturnType<typeof useDraftSaver>;
