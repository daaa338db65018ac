import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './wide-table.module.css';

/** A table that keeps its columns readable: on a narrow screen it is pushed aside, not squeezed. */
export function WideTable(props: {
  label: string;
  minWidth: string;
  /** Nothing in it takes the keyboard, so the table itself has to, to be pushed aside. */
  isReadOnly?: boolean;
  children: ReactNode;
}) {
  return (
    <Table.ScrollContainer
      minWidth={props.minWidth}
      type="native"
      className={classes.room}
      {...(props.isReadOnly && { tabIndex: 0 })}
    >
      <Table aria-label={props.label} className={classes.table}>
        {props.children}
      </Table>
    </Table.ScrollContainer>
  );
}
