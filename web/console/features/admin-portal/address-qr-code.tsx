import { Anchor, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import classes from './address.module.css';

/** The address for cameras: drawn here, so that nobody else learns of it. */
export function QrCode({ address }: { address: string }) {
  const { t } = useTranslation('portal-address');
  const drawing = useQuery({
    queryKey: ['qr-code', address],
    staleTime: Number.POSITIVE_INFINITY,
    async queryFn() {
      const { renderSVG } = await import('uqr');
      return `data:image/svg+xml,${encodeURIComponent(renderSVG(address, { border: 2 }))}`;
    },
  });
  return (
    <Group gap="md" wrap="nowrap" align="center">
      {drawing.data ? (
        <img src={drawing.data} className={classes.code} alt={t('address.qr', { address })} />
      ) : (
        <Skeleton className={classes.code} />
      )}
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {t('address.qrHint')}
        </Text>
        {drawing.data && (
          <Anchor size="sm" href={drawing.data} download="portal.svg">
            {t('address.qrDownload')}
          </Anchor>
        )}
      </Stack>
    </Group>
  );
}
