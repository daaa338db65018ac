import { useShortcuts } from './use-shortcuts.ts';

/**
 * `j` and `k` walk through the rows of the list; Enter then follows the row's link, `x` ticks the
 * row where rows can be ticked, and Escape lets go of those that are.
 */
export function useRowKeys(choice?: { chosen: readonly unknown[]; clear: () => void }): void {
  useShortcuts({
    j: () => focusRow(1),
    k: () => focusRow(-1),
    ...(choice && { x: tickRow }),
    ...(choice && choice.chosen.length > 0 && { Escape: choice.clear }),
  });
}

const linkOf = (row: Element | null | undefined) =>
  row?.querySelector<HTMLElement>('[data-row-link]') ?? null;
/** The row that has the focus, be it on its link or on its box. */
const rowInUse = () => document.activeElement?.closest('tr');

function focusRow(step: 1 | -1): void {
  const links: (HTMLElement | null)[] = [
    ...document.querySelectorAll<HTMLElement>('[data-row-link]'),
  ];
  const at = links.indexOf(linkOf(rowInUse()));
  const next = at === -1 ? links[0] : links[at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function tickRow(): void {
  const row = rowInUse();
  if (linkOf(row)) row?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
}
