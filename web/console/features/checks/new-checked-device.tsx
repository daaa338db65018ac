import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconWorldSearch } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DEVICE_TYPES, type DeviceType } from '#shared/agent-protocol.ts';
import { LIMITS } from '#shared/limits.ts';
import { isApiError } from '#web/api/problem.ts';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { addCheckedDevice } from '../../data/checks.ts';
import { useCan } from '../../data/session.ts';
import { CustomerSelect } from '../../parts/customer-select.tsx';
import { CheckFields, checkOf, useCheckForm } from './check-fields.tsx';

/** The button that adds a device without an agent; nothing for who may not. */
export function AddCheckedDevice() {
  const { t } = useTranslation('checks');
  const can = useCan();
  const [isOpen, opening] = useDisclosure(false);
  if (!can('devices.manage')) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconWorldSearch size="1rem" aria-hidden />}
        onClick={opening.open}
      >
        {t('newDevice')}
      </Button>
      {isOpen && <NewCheckedDevice onClose={opening.close} />}
    </>
  );
}

/** Errors of the first check come as `checks.0.url`. */
const OF_CHECK = /^checks\.0\./;

function NewCheckedDevice({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['checks', 'common']);
  const client = useQueryClient();
  const navigate = useNavigate();
  const required = isNotEmpty(t('common:requiredField'));
  const form = useForm({
    initialValues: { customerId: null as string | null, name: '', type: 'server' as DeviceType },
    validate: { customerId: required, name: required },
  });
  const checkForm = useCheckForm();
  const [problem, setProblem] = useState<unknown>(null);
  const adding = useMutation({
    mutationFn: addCheckedDevice,
    async onSuccess({ id }) {
      await client.invalidateQueries({ queryKey: ['device'] });
      await navigate({ to: '/devices/$id', params: { id: String(id) } });
    },
    onError(error) {
      if (!isApiError(error)) return setProblem(error);
      const fields = Object.entries(error.fields);
      const isOfCheck = ([field]: [string, string]) => OF_CHECK.test(field);
      form.setErrors(Object.fromEntries(fields.filter((field) => !isOfCheck(field))));
      checkForm.setErrors(
        Object.fromEntries(
          fields.filter(isOfCheck).map(([field, text]) => [field.replace(OF_CHECK, ''), text]),
        ),
      );
      setProblem(fields.length > 0 ? null : error);
    },
  });

  function add() {
    const wrong = [form.validate(), checkForm.validate()].some(({ hasErrors }) => hasErrors);
    if (wrong || adding.isPending) return;
    setProblem(null);
    const { customerId, name, type } = form.values;
    adding.mutate({
      customerId: Number(customerId),
      name,
      type,
      checks: [checkOf(checkForm.values)],
    });
  }

  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('newDevice')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Stack>
          <Text c="dimmed">{t('newDeviceLead')}</Text>
          <CustomerSelect
            label={t('customer')}
            data-autofocus
            {...form.getInputProps('customerId')}
          />
          <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
            <TextInput
              label={t('deviceName')}
              maxLength={LIMITS.nameChars}
              {...form.getInputProps('name')}
            />
            <Select
              label={t('deviceType')}
              allowDeselect={false}
              data={DEVICE_TYPES.map((type) => ({ value: type, label: t(`type.${type}`) }))}
              {...form.getInputProps('type')}
            />
          </Group>
          <CheckFields form={checkForm} isNew />
          <ProblemAlert error={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={adding.isPending}>
              {t('addDevice')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
