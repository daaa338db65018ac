import { Button, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#web/api/client.ts';
import classes from './link-request.module.css';

/** Asks for a link that signs in; who it is for is told neither by the answer nor by its time. */
export function useLinkRequest() {
  return useMutation({
    mutationFn: (username: string) =>
      answer(api.POST('/portal/v1/sign-in-links', { body: { username } })),
  });
}
export type LinkRequest = ReturnType<typeof useLinkRequest>;

export function LinkButton(props: { request: LinkRequest; isOnlyWay: boolean; onAsk: () => void }) {
  const { t } = useTranslation('member');
  const { request, isOnlyWay } = props;
  return (
    <>
      {!isOnlyWay && (
        <Text size="sm" c="dimmed" className={classes.or}>
          {t('link.or')}
        </Text>
      )}
      <Button
        // Enter in the form's fields presses the first button that submits.
        type={isOnlyWay ? 'submit' : 'button'}
        variant={isOnlyWay ? 'filled' : 'default'}
        size="md"
        fullWidth
        leftSection={<IconMail size="1.125rem" aria-hidden />}
        loading={request.isPending}
        onClick={isOnlyWay ? undefined : props.onAsk}
      >
        {t('link.ask')}
      </Button>
    </>
  );
}

/** What to do now that the mail is on its way. */
export function LinkSent({ request }: { request: LinkRequest }) {
  const { t } = useTranslation(['member', 'portal']);
  return (
    <Stack role="status">
      <Text fw={600}>{t('link.sentTitle')}</Text>
      <Text>{t('link.sent', { username: request.variables })}</Text>
      <Text c="dimmed">{t('portal:forgotten.notArrived')}</Text>
      <UnstyledButton className={classes.again} onClick={() => request.reset()}>
        {t('link.again')}
      </UnstyledButton>
    </Stack>
  );
}
