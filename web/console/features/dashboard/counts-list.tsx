import type { ReactNode } from 'react';
import { useFormats } from '#web/i18n/format.tsx';
import { AnchorLink } from '#web/ui/links.tsx';
import classes from './card-grid.module.css';

export interface Counted {
  key: string;
  mark: ReactNode;
  label: string;
  count: number;
  /** Asks for somebody as long as there is one. */
  tone?: 'bad' | 'warning' | undefined;
  to: string;
  search: Record<string, string>;
}

/** Names with their numbers; each line is a link to what it counts. What is not there is grey. */
export function CountsList({ items }: { items: readonly Counted[] }) {
  const formats = useFormats();
  return (
    <ul className={classes.rows}>
      {items.map(({ key, mark, label, count, tone, to, search }) => (
        <li key={key}>
          <AnchorLink
            to={to}
            search={search as never}
            className={classes.counted}
            data-zero={count === 0 || undefined}
            data-tone={tone}
          >
            <span className={classes.mark}>{mark}</span>
            {label}
            <span className={classes.number}>{formats.number(count)}</span>
          </AnchorLink>
        </li>
      ))}
    </ul>
  );
}
