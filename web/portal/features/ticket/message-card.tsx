import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AttachmentList } from '#web/ui/attachment-list.tsx';
import { MessageBody } from '#web/ui/message-body.tsx';
import { PersonAvatar } from '#web/ui/person.tsx';

import type { PortalMessage } from '../../data/tickets.ts';
import { When } from '../../parts/when.tsx';
import classes from './message-card.module.css';

/** One message; those of the support are marked by colour and by word. */
export function MessageCard({ message }: { message: PortalMessage }) {
  const { t } = useTranslation('portal');
  const isSupport = message.author.kind === 'technician';
  return (
    <article
      className={classes.card}
      data-support={isSupport || undefined}
      aria-label={t('ticket.wrote', { name: message.author.name })}
    >
      <Group gap="sm" mb="sm" className={classes.head}>
        <PersonAvatar
          name={message.author.name}
          pictureUrl={message.author.pictureUrl}
          size="2rem"
          color={isSupport ? 'accent' : 'gray'}
        />
        <Text span fw={600} className={classes.name} dir="auto">
          {message.author.name}
        </Text>
        {isSupport && (
          <Badge variant="light" tt="none" size="md">
            {t('ticket.support')}
          </Badge>
        )}
        <Text span size="sm" c="dimmed" ml="auto">
          <When at={message.createdAt} />
        </Text>
      </Group>
      <Stack gap="md">
        <MessageBody
          html={message.html}
          quotedHtml={message.quotedHtml}
          signatureHtml={message.signatureHtml}
          hasRemoteImages={message.html.includes('data-remote-src')}
          attachments={message.attachments}
        />
        <AttachmentList attachments={message.attachments} />
      </Stack>
    </article>
  );
}
