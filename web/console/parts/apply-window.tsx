import { Button, Group, Modal, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';

/** A window that asks for something and applies it: stays open, with what was typed, when that fails. */
export function ApplyWindow(props: {
  title: string;
  applyLabel: string;
  children: ReactNode;
  canApply: boolean;
  isBusy: boolean;
  /** What concerns none of the fields. */
  error: unknown;
  onApply: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('common');
  function apply(event: FormEvent) {
    event.preventDefault();
    // In React's tree the window may stand within another form.
    event.stopPropagation();
    if (props.canApply && !props.isBusy) props.onApply();
  }
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form noValidate onSubmit={apply}>
        <Stack>
          {props.children}
          <ProblemAlert error={props.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" disabled={!props.canApply} loading={props.isBusy}>
              {props.applyLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
