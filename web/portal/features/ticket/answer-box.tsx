import { Button, Group, Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '#web/ui/notify.ts';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { useAnswerTicket } from '../../data/tickets.ts';
import { useComposer } from '../../parts/composer.ts';
import { generalOf } from '../../parts/field-problems.ts';
import { MessageFields } from '../../parts/message-fields.tsx';
import classes from './answer-box.module.css';

/** One line until somebody wants to answer; the editor is loaded then. */
export function AnswerBox({ number, isOver }: { number: number; isOver: boolean }) {
  const { t } = useTranslation('portal');
  const composer = useComposer(`answer.${number}`);
  const [isOpened, setOpened] = useState(false);
  const [isChecked, setIsChecked] = useState(false);
  const send = useAnswerTicket(number);
  const navigate = useNavigate();

  function submit() {
    setIsChecked(true);
    if (composer.isEmpty || composer.hold || send.isPending) return;
    send.mutate(
      {
        key: composer.draft.key,
        html: composer.draft.html,
        attachmentIds: composer.uploads.readyIds,
      },
      {
        onSuccess({ ticketNumber }) {
          composer.clear();
          setOpened(false);
          setIsChecked(false);
          if (ticketNumber === number) return notifyDone(t('answer.sent'));
          notifyDone(t('answer.openedNew', { number: ticketNumber }));
          void navigate({ to: '/tickets/$number', params: { number: String(ticketNumber) } });
        },
      },
    );
  }

  if (!isOpened && composer.isEmpty) {
    return (
      <UnstyledButton className={classes.closed} onClick={() => setOpened(true)}>
        {t(isOver ? 'answer.over' : 'answer.open')}
      </UnstyledButton>
    );
  }
  return (
    <Paper component="section" radius="lg" p="md" aria-labelledby="answer">
      <Stack gap="md">
        <Title order={2} id="answer">
          {t('answer.title')}
        </Title>
        {isOver && <Text c="dimmed">{t('answer.over')}</Text>}
        <MessageFields
          composer={composer}
          label={t('answer.label')}
          placeholder={t('answer.placeholder')}
          autoFocus={isOpened}
          error={isChecked && composer.isEmpty && t('answer.empty')}
          onSubmit={submit}
        />
        <ProblemAlert error={generalOf(send.error)} />
        <Group gap="md">
          <Button
            size="md"
            leftSection={<IconSend size="1.125rem" aria-hidden />}
            loading={send.isPending}
            onClick={submit}
          >
            {t('answer.submit')}
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {(isChecked && composer.hold) || t('newTicket.draftKept')}
          </Text>
        </Group>
      </Stack>
    </Paper>
  );
}
