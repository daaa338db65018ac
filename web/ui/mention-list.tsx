import { Paper, Text, VisuallyHidden } from '@mantine/core';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { OpenMention } from './mention-extension.ts';
import classes from './mention-list.module.css';
import type { MentionSource } from './mention-source.ts';
import { PersonAvatar } from './person.tsx';

/** People to mention, at the text; the text field keeps the focus and says which one is chosen. */
export function MentionList(props: {
  id: string;
  optionId: (id: number) => string;
  open: OpenMention | null;
  active: number;
  source: MentionSource;
}) {
  const { open, source } = props;
  const host = open?.host;
  useEffect(() => host?.classList.add(classes.host ?? ''), [host]);
  const isReady = open !== null && !open.isLoading;
  const count = open?.items.length ?? 0;
  return (
    <>
      <VisuallyHidden role="status">
        {isReady && (count > 0 ? source.found(count) : source.none)}
      </VisuallyHidden>
      {open &&
        host &&
        (count > 0 || isReady) &&
        createPortal(<People {...props} open={open} />, host)}
    </>
  );
}

function People(props: {
  id: string;
  optionId: (id: number) => string;
  open: OpenMention;
  active: number;
  source: MentionSource;
}) {
  const { open, source } = props;
  if (open.items.length === 0) {
    return (
      <Paper shadow="md" className={classes.list}>
        <Text size="sm" c="dimmed" px="sm">
          {source.none}
        </Text>
      </Paper>
    );
  }
  return (
    <Paper
      shadow="md"
      className={classes.list}
      role="listbox"
      id={props.id}
      aria-label={source.label}
    >
      {open.items.map((person, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are pressed in the text field
        <div
          key={person.id}
          id={props.optionId(person.id)}
          role="option"
          tabIndex={-1}
          aria-selected={index === props.active}
          className={classes.option}
          // The text field would lose the focus, and with it its place in the text.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => open.choose(person)}
        >
          <PersonAvatar name={person.name} pictureUrl={person.pictureUrl} />
          <Text span size="sm" truncate>
            {person.name}
          </Text>
        </div>
      ))}
    </Paper>
  );
}
