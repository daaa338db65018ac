import type { ReactNode } from 'react';
import classes from './facts.module.css';

/** Names and values under each other. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={classes.facts}>{children}</dl>;
}

export function Fact(props: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className={classes.label}>{props.label}</dt>
      <dd className={classes.value}>{props.children}</dd>
    </div>
  );
}
