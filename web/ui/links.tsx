import {
  ActionIcon,
  type ActionIconProps,
  Anchor,
  type AnchorProps,
  Button,
  type ButtonProps,
} from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

// Mantine's looks on the router's links: addresses, parameters and filters are checked by types.

type Native = Omit<ComponentProps<'a'>, 'color' | 'style'>;

export const AnchorLink = createLink((props: AnchorProps & Native) => <Anchor {...props} />);

export const ButtonLink = createLink((props: ButtonProps & Native) => (
  <Button component="a" {...props} />
));

export const ActionIconLink = createLink((props: ActionIconProps & Native) => (
  <ActionIcon component="a" {...props} />
));
