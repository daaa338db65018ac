import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isApiError } from '#web/api/problem.ts';
import { messageOf } from '#web/ui/notify.ts';

/** One card could not be filled; the others can, so it says so quietly, in its own place. */
export function CardProblem({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useTranslation('common');
  const isDenied = isApiError(error) && error.status === 403;
  return (
    <Stack gap="sm" align="flex-start" role="alert">
      <Text size="sm" c="dimmed">
        {isDenied ? t('states.noPermissionText') : messageOf(error)}
      </Text>
      {!isDenied && (
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </Stack>
  );
}
