import { Fieldset, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { portalAddressQuery } from '../../data/portal-address.ts';
import { PortalDomainForm } from './address-domain-form.tsx';
import { PortalDomainStatus } from './address-domain-status.tsx';

/** The document's field "Portal Domain Name": a domain of one's own, and how it stands. */
export function PortalDomainSection() {
  const { t } = useTranslation('portal-address');
  const address = useQuery(portalAddressQuery);
  return (
    <Fieldset legend={t('domain.title')}>
      <Text size="sm" c="dimmed" mb="md">
        {t('domain.lead')}
      </Text>
      {address.isPending && <LoadingRows rows={2} height="3rem" />}
      {address.isError && (
        <ErrorState error={address.error} onRetry={() => void address.refetch()} />
      )}
      {address.data?.domain && (
        <PortalDomainStatus domain={address.data.domain} address={address.data} />
      )}
      {address.data && !address.data.domain && <PortalDomainForm />}
    </Fieldset>
  );
}
