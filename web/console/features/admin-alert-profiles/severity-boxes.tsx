import { Checkbox, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SEVERITIES, type Severity } from '#shared/alerts.ts';

/** Some of the severities, the worst first. */
export function SeverityBoxes(props: {
  label: string;
  value: Severity[];
  error?: ReactNode;
  onChange: (value: Severity[]) => void;
}) {
  const { t } = useTranslation('alerts');
  return (
    <Checkbox.Group
      label={props.label}
      value={props.value}
      error={props.error}
      onChange={(chosen) => props.onChange(SEVERITIES.filter((known) => chosen.includes(known)))}
    >
      <Group gap="md" mt="xs">
        {SEVERITIES.toReversed().map((severity) => (
          <Checkbox key={severity} value={severity} label={t(`severities.${severity}`)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
