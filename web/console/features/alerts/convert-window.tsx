import {
  Anchor,
  Button,
  Group,
  Modal,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import { TICKET_PRIORITIES } from '#shared/tickets.ts';
import { notifyDone } from '#web/ui/notify.ts';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import { type AlertRow, convertAlerts } from '../../data/alerts.ts';
import { useCan } from '../../data/session.ts';
import { techniciansQuery } from '../../data/technicians.ts';
import { selectable, TechnicianSelect } from '../../parts/technician-select.tsx';

/** Asks what the ticket of some alerts is to be, or to which one they are to be added. */
export function ConvertWindow(props: {
  alerts: readonly AlertRow[];
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation(['alerts', 'common']);
  const client = useQueryClient();
  const router = useRouter();
  const can = useCan();
  const [problem, setProblem] = useState<unknown>(null);
  const technicians = useQuery({ ...techniciansQuery, enabled: can('technicians.view') });
  const form = useForm({
    initialValues: {
      kind: can('tickets.create') ? 'new' : 'existing',
      subject: '',
      assigneeId: null as string | null,
      priority: null as string | null,
      ticketNumber: '' as number | '',
    },
    validate: {
      ticketNumber: (value, { kind }) =>
        kind === 'existing' && value === '' ? t('common:requiredField') : null,
    },
  });
  const converting = useMutation({
    mutationFn: convertAlerts,
    async onSuccess({ tickets }) {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['alert'] }),
        client.invalidateQueries({ queryKey: ['ticket'] }),
      ]);
      notifyDone(
        <TicketLinks
          numbers={tickets.map(({ number }) => number)}
          isNew={isNew}
          onFollow={(number) =>
            void router.navigate({ to: '/tickets/$number', params: { number: String(number) } })
          }
        />,
      );
      props.onDone();
    },
    onError: (error) => setProblem(showFieldErrors(form, error)),
  });
  const { values } = form;
  const isNew = values.kind === 'new';
  const customers = new Set(props.alerts.map(({ customer }) => customer?.id ?? null));
  const kinds = [
    ...(can('tickets.create') ? [{ value: 'new', label: t('convert.new') }] : []),
    ...(can('tickets.update') ? [{ value: 'existing', label: t('convert.existing') }] : []),
  ];

  function convert({ subject, assigneeId, priority, ticketNumber }: typeof values) {
    if (converting.isPending) return;
    const ids = props.alerts.map(({ id }) => id);
    if (!isNew) return converting.mutate({ ids, ticketNumber: Number(ticketNumber) });
    converting.mutate({
      ids,
      ...(subject.trim() && { subject: subject.trim() }),
      assigneeId: assigneeId === null ? null : Number(assigneeId),
      priority: TICKET_PRIORITIES.find((known) => known === priority),
    });
  }

  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('convert.title', { count: props.alerts.length })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form noValidate onSubmit={form.onSubmit(convert)}>
        <Stack>
          {kinds.length > 1 && (
            <SegmentedControl
              aria-label={t('convert.kind')}
              data={kinds}
              {...form.getInputProps('kind')}
            />
          )}
          {isNew ? (
            <>
              {customers.size > 1 && <Text size="sm">{t('convert.perCustomer')}</Text>}
              <TextInput
                label={t('convert.subject')}
                description={t('convert.subjectHint')}
                maxLength={LIMITS.subjectChars}
                data-autofocus
                {...form.getInputProps('subject')}
              />
              {can('technicians.view') && (
                <TechnicianSelect
                  label={t('convert.assignee')}
                  placeholder={t('convert.nobody')}
                  clearable
                  searchable
                  clearButtonProps={{ 'aria-label': t('clear') }}
                  people={(technicians.data?.items ?? []).map(selectable)}
                  {...form.getInputProps('assigneeId')}
                />
              )}
              <Select
                label={t('convert.priority')}
                placeholder={t('convert.bySeverity')}
                clearable
                clearButtonProps={{ 'aria-label': t('clear') }}
                data={TICKET_PRIORITIES.map((value) => ({
                  value,
                  label: t(`common:ticketPriority.${value}`),
                }))}
                {...form.getInputProps('priority')}
              />
            </>
          ) : (
            <NumberInput
              label={t('convert.number')}
              prefix="#"
              min={1}
              allowDecimal={false}
              allowNegative={false}
              hideControls
              data-autofocus
              {...form.getInputProps('ticketNumber')}
            />
          )}
          <ProblemAlert error={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={converting.isPending}>
              {t(isNew ? 'convert.submit' : 'convert.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const NAMED_TICKETS = 5;

/** Toasts stand outside of the router, so its links are not to be had there. */
function TicketLinks(props: {
  numbers: number[];
  isNew: boolean;
  onFollow: (number: number) => void;
}) {
  const { t } = useTranslation('alerts');
  const { numbers, isNew } = props;
  return (
    <Group gap="xs">
      {isNew ? t('convert.done', { count: numbers.length }) : t('convert.added')}
      {numbers.slice(0, NAMED_TICKETS).map((number) => (
        <Anchor
          key={number}
          href={`/tickets/${number}`}
          onClick={(event) => {
            event.preventDefault();
            props.onFollow(number);
          }}
        >
          #{number}
        </Anchor>
      ))}
      {numbers.length > NAMED_TICKETS && '…'}
    </Group>
  );
}
