import type { LinkProps } from '@tanstack/react-router';
import { Link } from '@tanstack/react-router';
import classes from './page-tabs.module.css';

export interface PageTab {
  to: LinkProps['to'];
  label: string;
}

/** The parts of a page; links, so that each has an address of its own. */
export function PageTabs(props: { label: string; tabs: readonly PageTab[] }) {
  return (
    <nav aria-label={props.label} className={classes.tabs}>
      {props.tabs.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          className={classes.tab}
          activeOptions={{ includeSearch: false, exact: true }}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
