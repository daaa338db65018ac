import { Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Technician } from '#web/api/types.ts';
import { ConfirmModal } from '#web/ui/confirm-modal.tsx';
import { notifyDone } from '#web/ui/notify.ts';
import { LoadingRows } from '#web/ui/states.tsx';
import { useCan } from '../../data/session.ts';
import { disableTechnician, openTicketsQuery } from '../../data/team.ts';
import { selectable, TechnicianSelect } from '../../parts/technician-select.tsx';

const NOBODY = 'nobody';
const KEEP = 'keep';

/** Disables a technician who has open tickets: asks first who is to get them. */
export function DisableTechnicianWindow(props: { technician: Technician; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const mayHandOver = useCan()('tickets.update');
  const { id, firstName, lastName } = props.technician;
  const name = `${firstName} ${lastName}`;
  const open = useQuery(openTicketsQuery(id));
  const [choice, setChoice] = useState(mayHandOver ? NOBODY : KEEP);
  const people = (open.data?.successors ?? []).map(selectable);
  const successor = people.find((person) => String(person.id) === choice)?.name;
  const count = open.data?.count ?? 0;
  const disabling = useMutation({
    mutationFn: () =>
      disableTechnician(
        id,
        choice === KEEP ? undefined : choice === NOBODY ? null : Number(choice),
      ),
    onSuccess() {
      void client.invalidateQueries({ queryKey: ['technician'] });
      void client.invalidateQueries({ queryKey: ['ticket'] });
      notifyDone(outcome());
      props.onClose();
    },
  });

  function outcome(): string {
    if (choice === KEEP) return t('technicians.disabled', { name });
    if (choice === NOBODY) return t('technicians.disabledUnassigned', { name, count });
    return t('technicians.disabledHandedOver', { name, count, successor });
  }

  return (
    <ConfirmModal
      title={t('technicians.disableTitle', { name })}
      confirmLabel={t('technicians.disable')}
      isBusy={disabling.isPending || open.isPending}
      error={disabling.error ?? open.error}
      onConfirm={() => disabling.mutate()}
      onClose={props.onClose}
    >
      {open.isPending ? (
        <LoadingRows rows={2} />
      ) : (
        <Stack>
          <Text>{t('technicians.disableText', { name })}</Text>
          <Text fw={500}>{t('technicians.openTickets', { name, count })}</Text>
          {mayHandOver ? (
            <TechnicianSelect
              label={t('technicians.handOverTo')}
              description={t('technicians.handOverHint')}
              searchable
              allowDeselect={false}
              nothingFoundMessage={t('technicians.handOverNobodyFound')}
              people={people}
              others={[
                { value: NOBODY, label: t('technicians.handOverNobody') },
                { value: KEEP, label: t('technicians.handOverKeep', { name }) },
              ]}
              value={choice}
              onChange={(value) => setChoice(value ?? NOBODY)}
            />
          ) : (
            <Text c="dimmed">{t('technicians.handOverNotAllowed', { name })}</Text>
          )}
        </Stack>
      )}
    </ConfirmModal>
  );
}
