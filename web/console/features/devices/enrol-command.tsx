import { Alert, Button, Code, CopyButton, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EnrolmentToken } from '#web/api/types.ts';
import { useFormats } from '#web/i18n/format.tsx';
import classes from './enrol-command.module.css';

/** What is typed on the machines; the token in it is shown this once. */
export function EnrolCommand(props: {
  command: string;
  token: EnrolmentToken;
  onMore: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation(['devices', 'common']);
  const formats = useFormats();
  const { token } = props;
  return (
    <Stack>
      <Text>{t('enrol.run', { customer: token.customer.name })}</Text>
      <Code block className={classes.command} data-testid="enrol-command">
        {props.command}
      </Code>
      <Group>
        <CopyButton value={props.command} timeout={2000}>
          {({ copied, copy }) => (
            <Button
              leftSection={
                copied ? (
                  <IconCheck size="1rem" aria-hidden />
                ) : (
                  <IconCopy size="1rem" aria-hidden />
                )
              }
              onClick={copy}
              data-autofocus
            >
              {copied ? t('common:copied') : t('enrol.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      <List size="sm" spacing="xs">
        <List.Item>{t('enrol.needsNode')}</List.Item>
        <List.Item>{t('enrol.asAdministrator')}</List.Item>
        <List.Item>
          {t('enrol.worksUntil', {
            date: formats.date(token.expiresAt),
            count: token.usesMax,
            number: formats.number(token.usesMax),
          })}
        </List.Item>
      </List>
      <Alert color="amber" icon={<IconAlertTriangle aria-hidden />}>
        {t('enrol.once')}
      </Alert>
      <Group justify="flex-end">
        <Button variant="default" onClick={props.onMore}>
          {t('enrol.another')}
        </Button>
        <Button onClick={props.onDone}>{t('enrol.done')}</Button>
      </Group>
    </Stack>
  );
}
