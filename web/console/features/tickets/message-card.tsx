import { Badge, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconLock, IconMailQuestion } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#web/api/types.ts';
import { AttachmentList } from '#web/ui/attachment-list.tsx';
import { AnchorLink } from '#web/ui/links.tsx';
import { MessageBody } from '#web/ui/message-body.tsx';
import { PersonAvatar } from '#web/ui/person.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { useCan } from '../../data/session.ts';
import { DeliveryState } from './delivery-state.tsx';
import classes from './message-card.module.css';
import { messageElementId } from './use-sought-message.ts';

/**
 * One entry of the conversation; a note looks different in colour, label and icon.
 * @param props.isSought a link led to it
 */
export function MessageCard(props: { message: Message; isSought: boolean; tools: ReactNode }) {
  const { t } = useTranslation('console');
  const { message } = props;
  const name = message.author.name || message.author.email || t('tickets.unknownSender');
  return (
    <article
      id={messageElementId(message.id)}
      tabIndex={-1}
      className={classes.card}
      data-kind={message.kind}
      data-sought={props.isSought || undefined}
      aria-label={t(`tickets.messageBy.${message.kind}`, { name })}
    >
      <Group gap="sm" wrap="nowrap" align="flex-start" mb="sm">
        <PersonAvatar
          name={name}
          pictureUrl={message.author.pictureUrl}
          size="2rem"
          color={message.kind === 'contact' ? 'gray' : 'accent'}
        />
        <Stack gap={0} flex={1} miw={0}>
          <Group gap="sm">
            <Text fw={600}>{name}</Text>
            {message.kind === 'note' && (
              <Badge
                color="amber"
                variant="light"
                leftSection={<IconLock size="0.75rem" aria-hidden />}
              >
                {t('tickets.internalNote')}
              </Badge>
            )}
            {message.senderVerdict === 'none' && (
              <Tooltip label={t('tickets.unverifiedText')} multiline maw="20rem">
                <Badge color="gray" variant="light" tabIndex={0}>
                  {t('tickets.unverified')}
                </Badge>
              </Tooltip>
            )}
          </Group>
          <Recipients message={message} />
        </Stack>
        <Group gap="sm" wrap="nowrap">
          {props.tools}
          <WhyHere message={message} />
          <RelativeTime at={message.createdAt} c="dimmed" fz="sm" />
        </Group>
      </Group>
      <MessageBody
        html={message.html}
        quotedHtml={message.quotedHtml}
        signatureHtml={message.signatureHtml}
        hasRemoteImages={message.hasRemoteImages}
        attachments={message.attachments}
      />
      <AttachmentList attachments={message.attachments} />
      {message.delivery && <DeliveryState delivery={message.delivery} />}
    </article>
  );
}

function Recipients({ message }: { message: Message }) {
  const { t } = useTranslation('console');
  const { email } = message.author;
  const parts = [
    message.kind === 'contact' && email,
    message.to.length > 0 &&
      message.kind === 'reply' &&
      t('tickets.sentTo', { addresses: message.to.join(', ') }),
    message.cc.length > 0 && t('tickets.copyTo', { addresses: message.cc.join(', ') }),
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <Text size="xs" c="dimmed">
      {parts.join(' · ')}
    </Text>
  );
}

/** Leads from a message that came by mail to the mail itself and to how it got here. */
function WhyHere({ message }: { message: Message }) {
  const { t } = useTranslation('console');
  const can = useCan();
  if (!message.inboundMessageId || !can('mail.manage')) return null;
  return (
    <Tooltip label={t('tickets.whyHere')}>
      <AnchorLink
        to="/admin/email/incoming/$id"
        params={{ id: String(message.inboundMessageId) }}
        aria-label={t('tickets.whyHere')}
        c="dimmed"
        className={classes.why}
      >
        <IconMailQuestion size="1.125rem" stroke={1.5} aria-hidden />
      </AnchorLink>
    </Tooltip>
  );
}
