import { Group, Text, VisuallyHidden } from '@mantine/core';
import { IconChevronRight, IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FirstStep } from '#shared/dashboard.ts';
import { CopyTextButton } from '#web/ui/copy-text-button.tsx';
import { AnchorLink } from '#web/ui/links.tsx';
import classes from './first-steps-list.module.css';

/** Where a step is done; a mail is sent from elsewhere. */
const PLACES: Record<FirstStep, string | null> = {
  customer: '/customers',
  portal: '/admin/portal',
  mail: null,
  device: '/devices',
  colleague: '/admin/technicians',
};

/** One step: ticked, or where it is done. */
export function FirstStepRow(props: { step: FirstStep; isDone: boolean; supportAddress: string }) {
  const { t } = useTranslation('dashboard');
  const { step, isDone, supportAddress } = props;
  const title = t(`steps.${step}.title`);
  const place = PLACES[step];
  if (isDone)
    return (
      <li className={classes.step} data-step={step} data-done>
        <IconCircleCheckFilled size="1.25rem" className={classes.tick} aria-hidden />
        <Text c="dimmed">
          {title} <VisuallyHidden component="span">{t('steps.done')}</VisuallyHidden>
        </Text>
      </li>
    );
  return (
    <li className={classes.step} data-step={step}>
      <IconCircle size="1.25rem" stroke={1.5} aria-hidden />
      <div className={classes.text}>
        {place ? (
          <AnchorLink to={place} className={classes.link}>
            {title}
          </AnchorLink>
        ) : (
          <Text fw={500}>{title}</Text>
        )}
        <Text size="sm" c="dimmed">
          {t(`steps.${step}.text`)}
        </Text>
        {step === 'mail' && (
          <Group gap="xs" wrap="nowrap">
            <Text fw={500} className={classes.address}>
              {supportAddress}
            </Text>
            <CopyTextButton value={supportAddress} label={t('steps.copy')} />
          </Group>
        )}
      </div>
      {place && <IconChevronRight size="1rem" className={classes.onward} aria-hidden />}
    </li>
  );
}
