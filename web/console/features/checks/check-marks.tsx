import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import type { Check, CheckResult } from '../../data/checks.ts';

const COLORS = { passing: 'green', failing: 'red', waiting: 'gray' } as const;

/** How a check stands, as a word in its colour. */
export function CheckStateMark({ check }: { check: Check }) {
  const { t } = useTranslation('checks');
  if (!check.isEnabled)
    return (
      <Badge variant="light" color="gray">
        {t('off')}
      </Badge>
    );
  return (
    <Badge variant="light" color={COLORS[check.state]}>
      {t(`state.${check.state}`)}
    </Badge>
  );
}

/** What a run saw: "Fine (200, 31 ms)". */
export function OutcomeText(props: Pick<CheckResult, 'outcome' | 'statusCode' | 'responseMs'>) {
  const { t } = useTranslation('checks');
  const formats = useFormats();
  const isFine = props.outcome === 'fine';
  const facts = [
    props.statusCode === null ? [] : String(props.statusCode),
    isFine && props.responseMs !== null
      ? t('milliseconds', { number: formats.number(props.responseMs) })
      : [],
  ].flat();
  return (
    <Text inherit c={isFine ? undefined : 'var(--mantine-color-error)'}>
      {t(`outcome.${props.outcome}`)}
      {facts.length > 0 && ` (${facts.join(', ')})`}
    </Text>
  );
}
