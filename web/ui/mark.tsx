import { Group, Text } from '@mantine/core';
import type { IconProps } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import classes from './mark.module.css';

export type MarkTone = 'gray' | 'accent' | 'amber' | 'green' | 'red';

/** A state as shape, colour and word: colour alone would leave some readers out. */
export function Mark(props: {
  icon: ComponentType<IconProps>;
  tone?: MarkTone;
  children: ReactNode;
}) {
  const Icon = props.icon;
  return (
    <Group gap="xs" wrap="nowrap" component="span" className={classes.mark}>
      <Icon
        size="1rem"
        {...(!props.tone && { stroke: 1.5 })}
        className={classes.icon}
        data-tone={props.tone}
        aria-hidden
      />
      <Text span inherit>
        {props.children}
      </Text>
    </Group>
  );
}
