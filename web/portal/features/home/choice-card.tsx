import { Text } from '@mantine/core';
import type { IconProps } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import classes from './choice-card.module.css';

/** One of the few things to do here; the whole card is the link. */
export function ChoiceCard(props: {
  to: '/tickets/new' | '/tickets' | '/company-tickets' | '/devices';
  icon: ComponentType<IconProps>;
  title: string;
  lead: string;
  isMain?: boolean;
}) {
  const Icon = props.icon;
  return (
    <Link to={props.to} className={classes.card} data-main={props.isMain || undefined}>
      <span className={classes.icon}>
        <Icon size="1.5rem" stroke={1.75} aria-hidden />
      </span>
      <span>
        <Text span fw={600} size="lg" display="block">
          {props.title}
        </Text>
        <Text span className={classes.lead}>
          {props.lead}
        </Text>
      </span>
    </Link>
  );
}
