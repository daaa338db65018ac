import { Button, Group, Pill, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '#web/api/types.ts';
import { messageOf, notifyProblem } from '#web/ui/notify.ts';
import { addDomain, customerQuery, removeDomain } from '../../data/customers.ts';
import { useCan } from '../../data/session.ts';

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
  const removing = useMutation({
    mutationFn: (domain: string) => removeDomain(customer.id, domain),
    onSuccess: refresh,
    onError: notifyProblem,
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
      <Group gap="xs">
        {customer.domains.map((domain) => (
          <Pill
            key={domain}
            size="md"
            withRemoveButton={mayManage}
            removeButtonProps={{
              'aria-label': t('customers.removeDomain', { domain }),
              'aria-hidden': false,
              tabIndex: 0,
            }}
            onRemove={() => removing.mutate(domain)}
          >
            {domain}
          </Pill>
        ))}
      </Group>
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
