import { Checkbox, Table } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './link-table.module.css';
import type { RowChoice } from './use-row-choice.ts';

export interface RecordColumn<Row> {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Says how wide it is. */
  className?: string | undefined;
  /** Where it stands on a card; what has no place is left out there. */
  place?: 'start' | 'end' | 'title' | 'below' | 'belowEnd';
  /** Is left out when the room becomes narrow. */
  isExtra?: boolean;
}

/** The link that a row is; `j` and `k` lead from one to the next. */
export const RowLink = createLink((props: Omit<ComponentProps<'a'>, 'className'>) => (
  <a {...props} className={classes.link} data-row-link />
));

/** Dense rows, each of which is one link; where there is little room, cards. */
export function RecordTable<Row>(props: {
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => number;
  columns: readonly RecordColumn<Row>[];
  /** Rows are of two lines. */
  isTall?: boolean;
  /** Its work is done: told less loudly. */
  isDone?: (row: Row) => boolean;
  /** Without a choice there is nothing to tick. */
  choice?: RowChoice<Row> | undefined;
  nameOf?: (row: Row) => string;
}) {
  const { columns, choice } = props;
  return (
    <div className={classes.room}>
      <Table
        className={`${classes.table} ${classes.cards}`}
        aria-label={props.label}
        data-tall={props.isTall || undefined}
      >
        <Table.Thead>
          <Table.Tr>
            {choice && (
              <Table.Th data-place="choice">
                <AllOf choice={choice} />
              </Table.Th>
            )}
            {columns.map((column) => (
              <Table.Th key={column.key} {...marked(column)}>
                {column.head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.rows.map((row) => (
            <Table.Tr
              key={props.keyOf(row)}
              className={classes.row}
              data-done={props.isDone?.(row) || undefined}
              data-chosen={choice?.isChosen(row) || undefined}
            >
              {choice && (
                <Table.Td data-place="choice">
                  <OneOf row={row} name={props.nameOf?.(row) ?? ''} choice={choice} />
                </Table.Td>
              )}
              {columns.map((column) => (
                <Table.Td key={column.key} {...marked(column)}>
                  {column.cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function marked<Row>({ className, place, isExtra }: RecordColumn<Row>) {
  return { className, 'data-place': place, 'data-extra': isExtra || undefined };
}

function AllOf<Row>({ choice }: { choice: RowChoice<Row> }) {
  const { t } = useTranslation('console');
  return (
    <Checkbox
      size="sm"
      label={<span className={classes.allLabel}>{t('list.selectAll')}</span>}
      aria-label={t('list.selectAll')}
      checked={choice.isAll}
      indeterminate={!choice.isAll && choice.chosen.length > 0}
      disabled={!choice.isAnyAble}
      onChange={choice.toggleAll}
    />
  );
}

function OneOf<Row>(props: { row: Row; name: string; choice: RowChoice<Row> }) {
  const { t } = useTranslation('console');
  const { row, choice } = props;
  if (!choice.canBeChosen(row)) return null;
  const isChosen = choice.isChosen(row);
  return (
    <Checkbox
      size="sm"
      aria-label={t('list.select', { name: props.name })}
      checked={isChosen}
      disabled={choice.isFull && !isChosen}
      onChange={() => choice.toggle(row)}
    />
  );
}
