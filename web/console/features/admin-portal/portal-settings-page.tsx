import { Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CopyTextButton } from '#web/ui/copy-text-button.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { portalSettingsQuery } from '../../data/settings.ts';

/** Admin > Portal Settings: where the customers' portal is. */
export function PortalSettingsPage() {
  const { t } = useTranslation('admin');
  const settings = useQuery(portalSettingsQuery);
  return (
    <>
      <PageHeader title={t('portal.title')} subtitle={t('portal.lead')} />
      {settings.isPending && <LoadingRows rows={2} height="3rem" />}
      {settings.isError && (
        <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />
      )}
      {settings.data && (
        <Paper p="lg" maw="var(--portico-form-width)">
          <Stack gap="xs">
            <Text fw={600}>{t('portal.address')}</Text>
            <Group gap="xs">
              <Text ff="monospace">{settings.data.portalAddress}</Text>
              <CopyTextButton value={settings.data.portalAddress} label={t('portal.copy')} />
            </Group>
            <Text size="sm" c="dimmed">
              {t('portal.hint')}
            </Text>
            <Anchor href={settings.data.portalAddress} target="_blank" rel="noopener">
              {t('portal.open')}
            </Anchor>
          </Stack>
        </Paper>
      )}
    </>
  );
}
