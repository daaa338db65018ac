import { ActionIcon, Modal, Tooltip } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '#web/api/types.ts';
import { createArticleFromMessage, ticketArticlesQuery } from '../../data/articles.ts';
import { NewArticleForm } from './new-article-form.tsx';

/** On a message: begins an article with what it says, and goes there. */
export function ArticleFromMessage(props: {
  ticket: Pick<Ticket, 'number' | 'subject'>;
  messageId: number;
}) {
  const { t } = useTranslation('knowledge');
  const { number, subject } = props.ticket;
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Tooltip label={t('fromMessage')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('fromMessage')}
          onClick={() => setOpen(true)}
        >
          <IconFilePlus size="1.125rem" stroke={1.5} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('fromMessage')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <NewArticleForm
          title={subject}
          create={(fields) => createArticleFromMessage(number, props.messageId, fields)}
          onCreated={({ id }) => {
            void queryClient.invalidateQueries({ queryKey: ticketArticlesQuery(number).queryKey });
            void navigate({ to: '/knowledge/$id', params: { id: String(id) } });
          }}
          onCancel={() => setOpen(false)}
        />
      </Modal>
    </>
  );
}
