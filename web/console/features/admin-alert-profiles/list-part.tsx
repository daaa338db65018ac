import { ActionIcon, Fieldset } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './profile-form.module.css';

/** One entry of a list in the form, with the button that takes it out. */
export function ListPart(props: {
  legend: string;
  removeLabel: string;
  onRemove: () => void;
  children: ReactNode;
}) {
  return (
    <Fieldset legend={props.legend} className={classes.part}>
      <ActionIcon
        className={classes.remove}
        variant="subtle"
        color="gray"
        aria-label={props.removeLabel}
        onClick={props.onRemove}
      >
        <IconTrash size="1rem" />
      </ActionIcon>
      <div className={classes.fields}>{props.children}</div>
    </Fieldset>
  );
}
