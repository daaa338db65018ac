import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '#web/ui/notify.ts';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import {
  type InboundMessage,
  inboundQuery,
  rawMailAddress,
  replayInbound,
} from '../../data/mail.ts';

/** Nobody's word helps: there is no sender to accept, or the mail is our own. */
const BEYOND_ACCEPTING = ['noSender', 'loop', 'readReceipt'];

/** The original for download; and for what was suspended or dropped a second try. */
export function IncomingActions({ mail }: { mail: InboundMessage }) {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const replaying = useMutation({
    mutationFn: (acceptSender: boolean) => replayInbound(mail.id, acceptSender),
    onSuccess(fresh) {
      client.setQueryData(inboundQuery(mail.id).queryKey, fresh);
      void client.invalidateQueries({ queryKey: ['mail', 'inbound', 'list'] });
      notifyDone(t('incoming.replayed'));
    },
  });
  const isOver = mail.state === 'suspended' || mail.state === 'dropped';
  return (
    <Stack gap="md">
      <Group>
        <Button
          component="a"
          href={rawMailAddress(mail.id)}
          download={`mail-${mail.id}.eml`}
          variant="default"
          leftSection={<IconDownload size="1rem" aria-hidden />}
        >
          {t('incoming.raw')}
        </Button>
      </Group>
      {isOver && (
        <Paper p="md">
          <Stack>
            <ProblemAlert error={replaying.error} />
            {!BEYOND_ACCEPTING.includes(mail.reason ?? '') && (
              <div>
                <Button
                  loading={replaying.isPending && replaying.variables}
                  disabled={replaying.isPending}
                  onClick={() => replaying.mutate(true)}
                >
                  {t('incoming.accept')}
                </Button>
                <Text size="sm" c="dimmed" mt="xs">
                  {t('incoming.acceptHint')}
                </Text>
              </div>
            )}
            <div>
              <Button
                variant="default"
                loading={replaying.isPending && !replaying.variables}
                disabled={replaying.isPending}
                onClick={() => replaying.mutate(false)}
              >
                {t('incoming.replay')}
              </Button>
              <Text size="sm" c="dimmed" mt="xs">
                {t('incoming.replayHint')}
              </Text>
            </div>
          </Stack>
        </Paper>
      )}
    </Stack>
  );
}
