import { Group, Radio, Stack, Switch, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Import } from '#web/api/types.ts';
import type { ImportPatch } from '../../data/imports.ts';
import { useCan, useSession } from '../../data/session.ts';

/** What becomes of who is there already, of unknown customers, and who gets mail. */
export function ImportOptions(props: {
  current: Import;
  isBusy: boolean;
  onChange: (changes: ImportPatch) => void;
}) {
  const { t } = useTranslation('imports');
  const can = useCan();
  const { isLimitedToCustomers } = useSession();
  const { options } = props.current;
  const change = (changes: Partial<Import['options']>) =>
    props.onChange({ options: { ...options, ...changes } });
  const mayWelcome = can('contacts.credentials');
  return (
    <Stack component="section" gap="md" aria-label={t('options.title')} maw="48rem">
      <Title order={2}>{t('options.title')}</Title>
      <Radio.Group
        label={t('options.existing')}
        value={options.existing}
        onChange={(value) => change({ existing: value === 'update' ? 'update' : 'skip' })}
      >
        <Group gap="xl" mt="xs">
          <Radio value="skip" label={t('options.skip')} disabled={props.isBusy} />
          <Radio
            value="update"
            label={t('options.update')}
            description={t('options.updateHint')}
            disabled={props.isBusy}
          />
        </Group>
      </Radio.Group>
      {can('customers.manage') && !isLimitedToCustomers && (
        <Switch
          label={t('options.createsCustomers')}
          description={t('options.createsCustomersHint')}
          checked={options.createsCustomers}
          disabled={props.isBusy}
          onChange={({ currentTarget }) => change({ createsCustomers: currentTarget.checked })}
        />
      )}
      <Switch
        label={t('options.sendsWelcome')}
        description={t(mayWelcome ? 'options.sendsWelcomeHint' : 'options.cannotWelcome')}
        checked={options.sendsWelcome}
        disabled={props.isBusy || !mayWelcome}
        onChange={({ currentTarget }) => change({ sendsWelcome: currentTarget.checked })}
      />
    </Stack>
  );
}
