import { Anchor, Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { CopyTextButton } from '#web/ui/copy-text-button.tsx';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { type PortalAddress, portalAddressQuery } from '../../data/portal-address.ts';
import classes from './address.module.css';
import { QrCode } from './address-qr-code.tsx';
import { ChangeSlug } from './address-slug-form.tsx';

/** Where the portal is: the address to give to customers, as text and QR code, and its name. */
export function PortalAddressSection() {
  const { t } = useTranslation('portal-address');
  const address = useQuery(portalAddressQuery);
  return (
    <Fieldset legend={t('address.title')}>
      {address.isPending && <LoadingRows rows={2} height="3rem" />}
      {address.isError && (
        <ErrorState error={address.error} onRetry={() => void address.refetch()} />
      )}
      {address.data && <Address address={address.data} />}
    </Fieldset>
  );
}

function Address({ address }: { address: PortalAddress }) {
  const { t } = useTranslation('portal-address');
  const [isChanging, setChanging] = useState(false);
  const { portalAddress, generatedPortalAddress } = address;
  return (
    <Stack gap="md">
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {t('address.hint')}
        </Text>
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <Text ff="monospace" className={classes.address}>
            {portalAddress}
          </Text>
          <CopyTextButton value={portalAddress} label={t('address.copy')} />
        </Group>
        {generatedPortalAddress !== portalAddress && (
          <Text size="sm" c="dimmed" className={classes.address}>
            {t('address.alsoAt', { address: generatedPortalAddress })}
          </Text>
        )}
        <FormerAddresses formerSlugs={address.formerSlugs} />
        <Group gap="md" mt="xs">
          <Anchor href={portalAddress} target="_blank" rel="noopener">
            {t('address.open')}
          </Anchor>
          <Button variant="default" size="compact-sm" onClick={() => setChanging(true)}>
            {t('slug.change')}
          </Button>
        </Group>
      </Stack>
      <QrCode address={portalAddress} />
      {isChanging && <ChangeSlug address={address} onClose={() => setChanging(false)} />}
    </Stack>
  );
}

function FormerAddresses({ formerSlugs }: Pick<PortalAddress, 'formerSlugs'>) {
  const { t } = useTranslation('portal-address');
  const formats = useFormats();
  return formerSlugs.map(({ slug, address, redirectsUntil }) => (
    <Text key={slug} size="sm" c="dimmed" className={classes.address}>
      {t('address.former', { address, date: formats.date(redirectsUntil) })}
    </Text>
  ));
}
