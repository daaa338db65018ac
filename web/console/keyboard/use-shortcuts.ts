import { useEffect, useEffectEvent } from 'react';
import { keySequence } from './key-sequence.ts';

type Handlers = Record<string, () => void>;

/** The newest first: a page's shortcut wins over the shell's. */
const active: { current: () => Handlers }[] = [];
const nextKey = keySequence();

/** While shown, these keys ("c", "g t", "?", "Escape") do these things; never while typing. */
export function useShortcuts(handlers: Handlers): void {
  const read = useEffectEvent(() => handlers);
  useEffect(() => {
    const entry = { current: () => read() };
    active.unshift(entry);
    if (active.length === 1) {
      window.addEventListener('keydown', noteDialog, { capture: true });
      document.addEventListener('keydown', handleKey);
    }
    return () => {
      active.splice(active.indexOf(entry), 1);
      if (active.length > 0) return;
      window.removeEventListener('keydown', noteDialog, { capture: true });
      document.removeEventListener('keydown', handleKey);
    };
  }, []);
}

/** The key that closes a dialog is the dialog's own, though it is gone before the page hears of it. */
let wasDialogOpen = false;

function noteDialog() {
  wasDialogOpen = isDialogOpen();
}

function handleKey(event: KeyboardEvent) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping(event.target) || wasDialogOpen) return;
  const all = active.map((entry) => entry.current());
  const shortcut = nextKey(event.key, event.timeStamp, all.flatMap(Object.keys));
  const handler = all.find((handlers) => shortcut !== null && handlers[shortcut])?.[shortcut ?? ''];
  if (!handler) return;
  event.preventDefault();
  handler();
}

function isTyping(target: EventTarget | null): boolean {
  // A box takes the space bar only.
  if (target instanceof HTMLInputElement && target.type === 'checkbox') return false;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Dialogs and open menus have keys of their own. */
function isDialogOpen(): boolean {
  return (
    document.querySelector('[aria-modal="true"]') !== null ||
    document.activeElement?.closest('[role="menu"], [role="listbox"], [role="dialog"]') != null
  );
}
