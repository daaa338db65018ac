import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import type { Check, CheckResult } from '../../data/checks.ts';

const COLORS = { passing: 'green', failing: 'red', doubtful: 'amber', waiting: 'gray' } as const;

/** How a check stands, as a word in its colour. */
export function CheckStateMark({ check }: { check: Check }) {
  const { t } = useTranslation('checks');
  if (!check.isEnabled)
    return (
      <Badge variant="light" color="gray">
        {t('off')}
      </Badge>
    );
  // It failed, though not as often as it has to until that counts.
  const state = check.failures > 0 && check.state !== 'failing' ? 'doubtful' : check.state;
  return (
    <Badge variant="light" color={COLORS[state]}>
      {t(`state.${state}`)}
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
