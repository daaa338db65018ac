import { ActionIcon, Button, Checkbox, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '#web/api/types.ts';
import { messageOf, notifyProblem } from '#web/ui/notify.ts';
import {
  addDomain,
  customerQuery,
  removeDomain,
  setIncludesSubdomains,
} from '../../data/customers.ts';
import { useCan } from '../../data/session.ts';
import classes from './customer-view.module.css';

/** The domains by which mail finds its customer; a refusal says why. */
export function CustomerDomains({ customer }: { customer: Customer }) {
  const { t } = useTranslation('console');
  const can = useCan();
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const refresh = () =>
    queryClient.invalidateQueries({ queryKey: customerQuery(customer.id).queryKey });
  const adding = useMutation({
    mutationFn: (domain: string) => addDomain(customer.id, domain),
    onSuccess: () => {
      setText('');
      return refresh();
    },
  });
  const mayManage = can('customers.manage');
  return (
    <Stack component="section" gap="sm" aria-label={t('customers.domains')}>
      <Title order={2}>{t('customers.domains')}</Title>
      {customer.domains.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('customers.noDomains')}
        </Text>
      )}
      {customer.domains.length > 0 && (
        <>
          <Text size="sm" c="dimmed">
            {t('customers.domainsMeaning')}
          </Text>
          <Stack component="ul" gap="sm" className={classes.domains}>
            {customer.domains.map((domain) => (
              <DomainRow key={domain} customer={customer} domain={domain} />
            ))}
          </Stack>
        </>
      )}
      {mayManage && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim()) adding.mutate(text.trim());
          }}
        >
          <Group gap="sm" align="flex-start" wrap="nowrap">
            <TextInput
              aria-label={t('customers.newDomain')}
              placeholder="example.com"
              flex={1}
              value={text}
              error={adding.error && messageOf(adding.error)}
              onChange={({ currentTarget }) => {
                setText(currentTarget.value);
                adding.reset();
              }}
            />
            <Button type="submit" variant="default" loading={adding.isPending}>
              {t('customers.addDomain')}
            </Button>
          </Group>
        </form>
      )}
    </Stack>
  );
}

function DomainRow({ customer, domain }: { customer: Customer; domain: string }) {
  const { t } = useTranslation('console');
  const mayManage = useCan()('customers.manage');
  const queryClient = useQueryClient();
  const { queryKey } = customerQuery(customer.id);
  const removing = useMutation({
    mutationFn: () => removeDomain(customer.id, domain),
    onSuccess: () => queryClient.invalidateQueries({ queryKey }),
    onError: notifyProblem,
  });
  const switching = useMutation({
    mutationFn: (includesSubdomains: boolean) =>
      setIncludesSubdomains(customer.id, domain, includesSubdomains),
    onSuccess: (saved) => queryClient.setQueryData(queryKey, saved),
    onError: notifyProblem,
  });
  const includesSubdomains = customer.domainsWithSubdomains.includes(domain);
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <div className={classes.domain}>
          <Text inherit truncate title={domain}>
            {domain}
          </Text>
          <Checkbox
            size="xs"
            label={t('customers.withSubdomains')}
            aria-label={t('customers.withSubdomainsOf', { domain })}
            checked={switching.isPending ? switching.variables : includesSubdomains}
            disabled={!mayManage}
            onChange={({ currentTarget }) => switching.mutate(currentTarget.checked)}
          />
        </div>
        {mayManage && (
          <ActionIcon
            variant="subtle"
            color="gray"
            loading={removing.isPending}
            aria-label={t('customers.removeDomain', { domain })}
            onClick={() => removing.mutate()}
          >
            <IconX size="1rem" />
          </ActionIcon>
        )}
      </Group>
    </li>
  );
}
