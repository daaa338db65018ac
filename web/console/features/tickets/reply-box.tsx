import { Button, Group, Paper } from '@mantine/core';
import { IconCornerUpLeft, IconLock } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '#web/api/types.ts';
import { useCan } from '../../data/session.ts';
import classes from './reply-box.module.css';
import { ReplyForm } from './reply-form.tsx';

export type ReplyMode = 'reply' | 'note';
export type ReplyTools = (ticket: Ticket, insert: (html: string) => void) => ReactNode;

/** Closed: two clearly different buttons. Open: the form, in the colour of what it will do. */
export function ReplyBox(props: {
  ticket: Ticket;
  mode: ReplyMode | null;
  onMode: (mode: ReplyMode | null) => void;
  tools: ReplyTools | undefined;
}) {
  const { t } = useTranslation('console');
  const can = useCan();
  const modes = [
    { mode: 'reply', isAllowed: can('tickets.reply'), icon: IconCornerUpLeft, color: 'accent' },
    { mode: 'note', isAllowed: can('tickets.note'), icon: IconLock, color: 'amber' },
  ] as const;
  const allowed = modes.filter((entry) => entry.isAllowed);
  const closed = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  const isOpen = props.mode !== null;
  useEffect(() => {
    // Who closed the form goes on where it was opened.
    if (wasOpen.current && !isOpen) closed.current?.querySelector('button')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (allowed.length === 0) return null;
  if (props.mode === null) {
    return (
      <Group ref={closed} gap="sm" className={classes.closed}>
        {allowed.map(({ mode, icon: Icon, color }) => (
          <Button
            key={mode}
            variant={mode === 'reply' ? 'filled' : 'light'}
            color={color}
            leftSection={<Icon size="1rem" aria-hidden />}
            onClick={() => props.onMode(mode)}
          >
            {t(`tickets.modes.${mode}`)}
          </Button>
        ))}
      </Group>
    );
  }
  return (
    <Paper
      component="section"
      className={classes.box}
      data-mode={props.mode}
      aria-label={t(`tickets.modes.${props.mode}`)}
      onKeyDown={(event) => {
        // Menus and dialogs of the form have an Escape of their own.
        const isWriting = event.target instanceof HTMLElement && event.target.isContentEditable;
        if (event.key === 'Escape' && isWriting) props.onMode(null);
      }}
    >
      <div className={classes.modes} role="tablist" aria-label={t('tickets.writeAs')}>
        {allowed.map(({ mode, icon: Icon }) => (
          <button
            key={mode}
            type="button"
            role="tab"
            aria-selected={props.mode === mode}
            className={classes.mode}
            data-mode={mode}
            onClick={() => props.onMode(mode)}
          >
            <Icon size="1rem" aria-hidden /> {t(`tickets.modes.${mode}`)}
          </button>
        ))}
      </div>
      <ReplyForm
        key={props.mode}
        ticket={props.ticket}
        mode={props.mode}
        tools={props.tools}
        onDone={() => props.onMode(null)}
      />
    </Paper>
  );
}
