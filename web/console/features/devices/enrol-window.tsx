import { Modal, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { createEnrolmentToken } from '../../data/devices.ts';
import { EnrolCommand } from './enrol-command.tsx';
import { EnrolForm } from './enrol-form.tsx';
import { EnrolmentTokens } from './enrolment-tokens.tsx';

/** For which customer, how long and how often; then the command, this once. */
export function EnrolWindow(props: { customerId?: number | undefined; onClose: () => void }) {
  const { t } = useTranslation('devices');
  const client = useQueryClient();
  const creating = useMutation({
    mutationFn: createEnrolmentToken,
    onSuccess: () => client.invalidateQueries({ queryKey: ['enrolmentToken'] }),
  });
  const created = creating.data;
  return (
    <Modal
      opened
      size="xl"
      onClose={props.onClose}
      closeOnClickOutside={!created}
      title={t('enrol.open')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {created ? (
        <EnrolCommand
          command={created.command}
          token={created.enrolmentToken}
          onMore={creating.reset}
          onDone={props.onClose}
        />
      ) : (
        <Stack gap="xl">
          <EnrolForm
            customerId={props.customerId}
            isBusy={creating.isPending}
            error={creating.error}
            onCreate={(body) => {
              if (!creating.isPending) creating.mutate(body);
            }}
            onCancel={props.onClose}
          />
          <EnrolmentTokens />
        </Stack>
      )}
    </Modal>
  );
}
