import {
  Button,
  Divider,
  Popover,
  Stack,
  Text,
  UnstyledButton,
  VisuallyHidden,
} from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '#web/ui/language-switch.tsx';
import { notifyProblem } from '#web/ui/notify.ts';
import { PersonAvatar } from '#web/ui/person.tsx';
import { ThemeSwitch } from '#web/ui/theme-switch.tsx';
import { changeMe, sessionQuery, signOut, useSession } from '../data/session.ts';

/** Who is signed in, how the console looks and speaks to them, and the way out. */
export function ProfileMenu() {
  const { t } = useTranslation('console');
  const { technician } = useSession();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const name = `${technician.firstName} ${technician.lastName}`.trim();
  const language = useMutation({
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
    <Popover width="16rem" position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton>
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
          <LanguageSwitch
            fullWidth
            withinPortal={false}
            onChange={(value) => language.mutate({ language: value })}
          />
          <ThemeSwitch />
          <Divider />
          <Button
            variant="subtle"
            color="gray"
            justify="flex-start"
            leftSection={<IconLogout size="1rem" aria-hidden />}
            loading={leave.isPending}
            onClick={() => leave.mutate()}
          >
            {t('signOut')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
