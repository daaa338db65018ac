import { ActionIcon, Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DEVICE_TYPES } from '#shared/agent-protocol.ts';
import { CustomerSelect } from '../../parts/customer-select.tsx';
import { DeviceSelect } from '../../parts/device-select.tsx';
import classes from './assignment-fields.module.css';
import { newAssignment, type ProfileValues } from './profile-values.ts';

type Form = UseFormReturnType<ProfileValues>;

/** What the profile holds for. */
export function AssignmentFields({ form, isDefault }: { form: Form; isDefault: boolean }) {
  const { t } = useTranslation('alerts');
  return (
    <section>
      <Title order={2} mb="sm">
        {t('assignments.title')}
      </Title>
      {isDefault ? (
        <Text size="sm">{t('assignments.default')}</Text>
      ) : (
        <Stack gap="sm">
          {form.values.assignments.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: assignments have no name but their place
            <Assignment key={index} form={form} index={index} />
          ))}
          <Group gap="sm">
            {[false, true].map((isOfDevice) => (
              <Button
                key={String(isOfDevice)}
                variant="default"
                leftSection={<IconPlus size="1rem" aria-hidden />}
                onClick={() => form.insertListItem('assignments', newAssignment(isOfDevice))}
              >
                {t(isOfDevice ? 'assignments.addDevice' : 'assignments.addGroup')}
              </Button>
            ))}
          </Group>
        </Stack>
      )}
    </section>
  );
}

function Assignment({ form, index }: { form: Form; index: number }) {
  const { t } = useTranslation('alerts');
  const at = `assignments.${index}`;
  const assignment = form.values.assignments[index];
  if (!assignment) return null;
  const error = form.errors[at];
  return (
    <div className={classes.assignment}>
      {assignment.isOfDevice ? (
        <DeviceSelect
          className={classes.whole}
          aria-label={t('assignments.device')}
          placeholder={t('assignments.device')}
          error={error}
          chosen={assignment.device}
          onChoose={(device) => form.setFieldValue(`${at}.device`, device)}
        />
      ) : (
        <>
          <CustomerSelect
            aria-label={t('assignments.customer')}
            placeholder={t('assignments.anyCustomer')}
            error={error}
            value={assignment.customer ? String(assignment.customer.id) : null}
            onChange={(id, option) =>
              form.setFieldValue(
                `${at}.customer`,
                id === null ? null : { id: Number(id), name: option?.label ?? '' },
              )
            }
          />
          <Select
            aria-label={t('assignments.type')}
            placeholder={t('assignments.anyType')}
            clearable
            clearButtonProps={{ 'aria-label': t('clear') }}
            data={DEVICE_TYPES.map((value) => ({ value, label: t(`deviceTypes.${value}`) }))}
            {...form.getInputProps(`${at}.deviceType`)}
          />
        </>
      )}
      <ActionIcon
        className={classes.removeAssignment}
        variant="subtle"
        color="gray"
        size="input-sm"
        aria-label={t('assignments.remove', {
          name: assignment.device?.name ?? assignment.customer?.name ?? index + 1,
        })}
        onClick={() => form.removeListItem('assignments', index)}
      >
        <IconX size="1rem" />
      </ActionIcon>
    </div>
  );
}
