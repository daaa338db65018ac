import type { AnyExtension } from '@tiptap/react';
import { type ReactNode, useEffect, useEffectEvent, useId, useState } from 'react';
import { mentionExtension, type OpenMention } from './mention-extension.ts';
import { MentionList } from './mention-list.tsx';
import type { MentionSource } from './mention-source.ts';

interface Mentions {
  extensions: AnyExtension[];
  /** The list of people while one is being mentioned. */
  list: ReactNode;
}

/** Offers people while an @ is typed; nothing without a source of them. */
export function useMentions(source: MentionSource | undefined): Mentions {
  const listId = useId();
  const [open, setOpen] = useState<OpenMention | null>(null);
  const [active, setActive] = useState(0);
  const items = open?.items ?? [];
  const chosen = items[active];

  const change = useEffectEvent((next: OpenMention | null) => {
    // While it looks for more, what it had found stays.
    setOpen(next?.isLoading && open ? { ...next, items: open.items } : next);
    if (!next?.isLoading) setActive(0);
  });
  const press = useEffectEvent((event: KeyboardEvent): boolean => {
    if (!open || !chosen || event.isComposing) return false;
    if (event.key === 'ArrowDown') setActive((active + 1) % items.length);
    else if (event.key === 'ArrowUp') setActive((active - 1 + items.length) % items.length);
    else if (event.key === 'Enter' || event.key === 'Tab') open.choose(chosen);
    else return false;
    return true;
  });
  const find = useEffectEvent(() => source as MentionSource);
  const [extensions] = useState(() =>
    source
      ? [
          mentionExtension(
            () => find(),
            (next) => change(next),
            (event) => press(event),
          ),
        ]
      : [],
  );

  const activeId = chosen && optionId(listId, chosen.id);
  const field = open?.field;
  useEffect(() => {
    if (!field || !activeId) return;
    field.setAttribute('aria-controls', listId);
    field.setAttribute('aria-activedescendant', activeId);
    return () => {
      field.removeAttribute('aria-controls');
      field.removeAttribute('aria-activedescendant');
    };
  }, [field, listId, activeId]);

  return {
    extensions,
    list: source && (
      <MentionList
        id={listId}
        optionId={(id) => optionId(listId, id)}
        open={open}
        active={active}
        source={source}
      />
    ),
  };
}

const optionId = (listId: string, id: number) => `${listId}-${id}`;
