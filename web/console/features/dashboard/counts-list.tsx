import type { ReactNode } from 'react';
import { useFormats } from '#web/i18n/format.tsx';
import { AnchorLink } from '#web/ui/links.tsx';
import classes from './card-grid.module.css';

export interface Counted {
  key: string;
  label: ReactNode;
  count: number;
  to: string;
  search: Record<string, string>;
}

/** Names with their numbers; each line is a link to what it counts. */
export function CountsList({ items }: { items: readonly Counted[] }) {
  const formats = useFormats();
  return (
    <ul className={classes.rows}>
      {items.map(({ key, label, count, to, search }) => (
        <li key={key}>
          <AnchorLink to={to} search={search as never} className={classes.row} c="inherit">
            {label}
            <span className={classes.number}>{formats.number(count)}</span>
          </AnchorLink>
        </li>
      ))}
    </ul>
  );
}
