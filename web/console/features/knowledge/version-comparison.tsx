import { Text } from '@mantine/core';
import { diffWordsWithSpace } from 'diff';
import { useMemo } from 'react';
import { textOfArticle } from './text-of-article.ts';
import classes from './version-history.module.css';

interface Compared {
  title: string;
  html: string;
}

/** What is written now and was not then is marked as added, and the other way round. */
export function VersionComparison({ before, now }: { before: Compared; now: Compared }) {
  const title = useMemo(() => diffWordsWithSpace(before.title, now.title), [before, now]);
  const text = useMemo(
    () => diffWordsWithSpace(textOfArticle(before.html), textOfArticle(now.html)),
    [before, now],
  );
  return (
    <>
      <Text className={classes.title}>
        <Pieces pieces={title} />
      </Text>
      <Text component="div" className={classes.text}>
        <Pieces pieces={text} />
      </Text>
    </>
  );
}

function Pieces({ pieces }: { pieces: ReturnType<typeof diffWordsWithSpace> }) {
  return pieces.map((piece, place) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no name but their place
    if (piece.added) return <ins key={place}>{piece.value}</ins>;
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no name but their place
    return piece.removed ? <del key={place}>{piece.value}</del> : piece.value;
  });
}
