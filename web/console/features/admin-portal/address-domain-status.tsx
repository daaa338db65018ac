import { Alert, Badge, Button, Group, List, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PROOF_GRACE_DAYS } from '#shared/portal-domains.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { ConfirmModal } from '#web/ui/confirm-modal.tsx';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import {
  checkPortalDomain,
  type PortalAddress,
  type PortalDomain,
  portalAddressQuery,
  removePortalDomain,
} from '../../data/portal-address.ts';
import classes from './address.module.css';
import { PortalDomainForm } from './address-domain-form.tsx';
import { PortalDomainRecords } from './address-domain-records.tsx';

const COLOURS = { waiting: 'gray', proven: 'blue', serving: 'green', broken: 'red' } as const;

/** How the domain stands, in plain words, what there is still to do, and what can be done. */
export function PortalDomainStatus(props: { domain: PortalDomain; address: PortalAddress }) {
  const { t } = useTranslation(['portal-address', 'common']);
  const client = useQueryClient();
  const [isAsked, { toggle }] = useDisclosure(false);
  const [doing, setDoing] = useState<'change' | 'remove' | null>(null);
  const { domain } = props;
  const checking = useMutation({
    mutationFn: checkPortalDomain,
    onSuccess: (fresh) => client.setQueryData(portalAddressQuery.queryKey, fresh),
    onError: notifyProblem,
  });
  // Who has them in place looks at them once a year.
  const areRecordsShown = domain.state !== 'serving' || isAsked;
  const isBusy = checking.isPending || domain.isChecking;
  return (
    <Stack>
      <Text size="sm" fw={500}>
        {t('domain.label')}
      </Text>
      <Group gap="sm">
        <Text fw={600} className={classes.address}>
          {domain.displayName}
        </Text>
        <Badge variant="light" color={COLOURS[domain.state]} tt="none">
          {t(`domain.state.${domain.state}`)}
        </Badge>
      </Group>
      {domain.displayName !== domain.domain && (
        <Text size="sm" c="dimmed" className={classes.address}>
          {t('domain.ascii', { domain: domain.domain })}
        </Text>
      )}
      <Stack gap="xs" aria-live="polite">
        <StateText {...props} />
        <Problems domain={domain} />
      </Stack>
      {areRecordsShown && <PortalDomainRecords domain={domain} />}
      {doing === 'change' && <PortalDomainForm onDone={() => setDoing(null)} />}
      <Group gap="sm">
        <Button variant="default" loading={isBusy} onClick={() => checking.mutate()}>
          {t('domain.check')}
        </Button>
        {domain.state === 'serving' && (
          <Button variant="default" aria-expanded={isAsked} onClick={toggle}>
            {t(isAsked ? 'records.hide' : 'records.show')}
          </Button>
        )}
        <Button variant="default" onClick={() => setDoing('change')}>
          {t('domain.change')}
        </Button>
        <Button variant="default" onClick={() => setDoing('remove')}>
          {t('domain.remove')}
        </Button>
        {domain.checkedAt && (
          <Text size="sm" c="dimmed">
            {t('domain.checked')} <RelativeTime at={domain.checkedAt} />
          </Text>
        )}
      </Group>
      {doing === 'remove' && <RemoveDomain domain={domain} onClose={() => setDoing(null)} />}
    </Stack>
  );
}

function StateText({ domain, address }: { domain: PortalDomain; address: PortalAddress }) {
  const { t } = useTranslation('portal-address');
  const formats = useFormats();
  const since = domain.since ? formats.dateTime(domain.since) : '';
  if (domain.state === 'broken')
    return (
      <Alert color="red" title={t('domain.brokenSince', { since })}>
        {t('domain.text.broken', { address: address.generatedPortalAddress })}
      </Alert>
    );
  if (domain.state === 'serving')
    return <Text size="sm">{t('domain.text.serving', { address: address.portalAddress })}</Text>;
  return <Text size="sm">{t(`domain.text.${domain.state}`)}</Text>;
}

function Problems({ domain }: { domain: PortalDomain }) {
  const { t } = useTranslation('portal-address');
  const { list } = useFormats();
  if (domain.problems.length === 0) return null;
  return (
    <List size="sm" spacing="xs">
      {domain.problems.map((problem) => (
        <List.Item key={problem}>
          {problem === 'proofMissing' && domain.isProven
            ? t('domain.problem.proofGone', { days: PROOF_GRACE_DAYS })
            : t(`domain.problem.${problem}`, { targets: list(domain.leadsTo) })}
        </List.Item>
      ))}
    </List>
  );
}

function RemoveDomain({ domain, onClose }: { domain: PortalDomain; onClose: () => void }) {
  const { t } = useTranslation('portal-address');
  const client = useQueryClient();
  const { displayName } = domain;
  const removing = useMutation({
    mutationFn: removePortalDomain,
    onSuccess(fresh) {
      client.setQueryData(portalAddressQuery.queryKey, fresh);
      notifyDone(t('domain.removed', { domain: displayName }));
      onClose();
    },
  });
  return (
    <ConfirmModal
      title={t('domain.removeTitle', { domain: displayName })}
      confirmLabel={t('domain.remove')}
      isBusy={removing.isPending}
      error={removing.error}
      onConfirm={() => removing.mutate()}
      onClose={onClose}
    >
      <Text>{t('domain.removeText')}</Text>
    </ConfirmModal>
  );
}
