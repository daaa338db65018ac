import {
  Divider,
  NavLink,
  Popover,
  Stack,
  Text,
  UnstyledButton,
  VisuallyHidden,
} from '@mantine/core';
import { IconKeyboard, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyProblem } from '#web/ui/notify.ts';
import { PersonAvatar } from '#web/ui/person.tsx';
import { ThemeSwitch } from '#web/ui/theme-switch.tsx';
import { changeMe } from '../data/profile.ts';
import { sessionQuery, signOut, useSession } from '../data/session.ts';

/** Behind the profile picture: the profile, how the console looks, and the way out. */
export function ProfileMenu({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation('console');
  const { technician } = useSession();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const name = `${technician.firstName} ${technician.lastName}`.trim();
  const theme = useMutation({
    mutationFn: changeMe,
    onSuccess: (session) => queryClient.setQueryData(sessionQuery.queryKey, session),
    onError: notifyProblem,
  });
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      await navigate({ to: '/sign-in', search: {} });
      queryClient.clear();
    },
    onError: notifyProblem,
  });
  return (
    <Popover
      width="16rem"
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      opened={isOpen}
      onChange={setOpen}
    >
      <Popover.Target>
        <UnstyledButton onClick={() => setOpen(!isOpen)}>
          <VisuallyHidden>{t('profile.menu', { name })}</VisuallyHidden>
          <PersonAvatar
            name={name || technician.email}
            pictureUrl={technician.pictureUrl}
            size="2rem"
            color="accent"
          />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <div>
            <Text fw={600}>{name}</Text>
            <Text size="sm" c="dimmed">
              {technician.email}
            </Text>
          </div>
          <div>
            <NavLink
              component={Link}
              to="/profile"
              label={t('profile.open')}
              leftSection={<IconUserCircle size="1.125rem" stroke={1.5} aria-hidden />}
              onClick={() => setOpen(false)}
            />
            <NavLink
              component="button"
              label={t('shortcuts.title')}
              leftSection={<IconKeyboard size="1.125rem" stroke={1.5} aria-hidden />}
              onClick={() => {
                setOpen(false);
                onHelp();
              }}
            />
          </div>
          <ThemeSwitch onChange={(value) => theme.mutate({ theme: value })} />
          <Divider />
          <NavLink
            component="button"
            label={t('signOut')}
            leftSection={<IconLogout size="1.125rem" stroke={1.5} aria-hidden />}
            disabled={leave.isPending}
            onClick={() => leave.mutate()}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
