import { Alert, Button, Group, Input, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { type PortalTicketPage, useOpenTicket } from '../../data/tickets.ts';
import { type Composer, useComposer } from '../../parts/composer.ts';
import { fieldsOf, generalOf } from '../../parts/field-problems.ts';
import { MessageFields } from '../../parts/message-fields.tsx';
import { AboutArticle, useArticleInQuestion, withArticle } from './about-article.tsx';
import { useChosenDevice } from './chosen-device.ts';
import { DeviceField } from './device-field.tsx';
import { Suggestions } from './suggestions.tsx';
import { TicketFields, useFilledFields } from './ticket-fields.tsx';

export function OpenTicketForm(props: {
  /** The slug of the article that did not help. */
  article: string | undefined;
  /** The device that the address says it is about. */
  device: number | undefined;
  /** From then on the draft says it. */
  onDeviceChosen: () => void;
  onOpened: (ticket: PortalTicketPage) => void;
}) {
  const { t } = useTranslation(['portal', 'articles']);
  const { article, isLoading } = useArticleInQuestion(props.article);
  const composer = useComposer('new-ticket');
  const deviceId = props.device ?? composer.draft.deviceId;
  const device = useChosenDevice(deviceId);
  const [isChecked, setIsChecked] = useState(false);
  const subjectField = useRef<HTMLInputElement>(null);
  const send = useOpenTicket();
  const { subject, html } = composer.draft;
  const filled = useFilledFields(composer.draft);
  const fields = fieldsOf(send.error);

  function submit() {
    setIsChecked(true);
    if (subject.trim() === '') subjectField.current?.focus();
    if (subject.trim() === '' || composer.isEmpty || composer.hold || send.isPending) return;
    send.mutate(
      {
        key: composer.draft.key,
        subject: subject.trim(),
        html: withArticle(
          html,
          article,
          article ? t('articles:about', { title: article.title }) : '',
        ),
        attachmentIds: composer.uploads.readyIds,
        ...filled,
        ...(device.isChosen && { deviceId }),
      },
      {
        onSuccess(ticket) {
          composer.clear();
          props.onOpened(ticket);
        },
        onError: (error) => device.lookAgain(error),
      },
    );
  }

  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="lg">
        {isLoading && <Skeleton height="4.25rem" />}
        {article && <AboutArticle article={article} composer={composer} />}
        {composer.isRestored && <RestoredNotice composer={composer} />}
        <div>
          <TextInput
            ref={subjectField}
            label={t('newTicket.subject')}
            placeholder={t('newTicket.subjectPlaceholder')}
            size="md"
            maxLength={LIMITS.subjectChars}
            value={subject}
            error={
              (isChecked && subject.trim() === '' && t('newTicket.subjectEmpty')) || fields.subject
            }
            onChange={(event) => composer.change({ subject: event.currentTarget.value })}
          />
          <Suggestions subject={subject} except={article?.id} />
        </div>
        <Input.Wrapper label={t('newTicket.description')} labelElement="div" size="md">
          <MessageFields
            composer={composer}
            label={t('newTicket.description')}
            placeholder={t('newTicket.descriptionPlaceholder')}
            error={
              (isChecked && composer.isEmpty && t('newTicket.descriptionEmpty')) || fields.html
            }
            onSubmit={submit}
          />
        </Input.Wrapper>
        <TicketFields composer={composer} filled={filled} />
        <DeviceField
          device={device}
          error={fields.deviceId}
          onChange={(id) => {
            composer.change({ deviceId: id });
            if (props.device !== undefined) props.onDeviceChosen();
          }}
        />
        <ProblemAlert
          error={generalOf(send.error, 'subject', 'html', ...(device.isShown ? ['deviceId'] : []))}
        />
        <Group gap="md">
          <Button
            type="submit"
            size="md"
            leftSection={<IconSend size="1.125rem" aria-hidden />}
            loading={send.isPending}
          >
            {t('newTicket.submit')}
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {(isChecked && composer.hold) || t('newTicket.draftKept')}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}

function RestoredNotice({ composer }: { composer: Composer }) {
  const { t } = useTranslation('portal');
  return (
    <Alert>
      <Group justify="space-between">
        <Text>{t('newTicket.draftRestored')}</Text>
        <Button variant="default" onClick={composer.clear}>
          {t('newTicket.discard')}
        </Button>
      </Group>
    </Alert>
  );
}
