import { useTranslation } from 'react-i18next';
import { CONDITION_LIMITS } from '#shared/alerts.ts';
import type { AssignmentValues, ConditionValues, ProfileValues } from './profile-values.ts';

/** What can be told before the server is asked, at the field that it concerns. */
export function useProfileChecks(): (values: ProfileValues) => Record<string, string> {
  const { t } = useTranslation(['alerts', 'common']);
  const required = t('common:requiredField');

  function checkCondition({ kind, limit, minutes, target }: ConditionValues) {
    const problems: Record<string, string> = {};
    const measure = CONDITION_LIMITS[kind];
    if (measure && (limit === '' || limit < measure.min || limit > measure.max))
      problems.limit = t('conditions.range', { min: measure.min, max: measure.max });
    if (kind === 'service' && target.trim() === '') problems.target = required;
    if (minutes === '' || (kind === 'offline' && minutes < 1)) problems.minutes = required;
    return problems;
  }

  return (values) => {
    const problems: Record<string, string> = {};
    if (values.name.trim() === '') problems.name = required;
    values.conditions.forEach((condition, index) => {
      for (const [field, text] of Object.entries(checkCondition(condition)))
        problems[`conditions.${index}.${field}`] = text;
    });
    values.ticketRules.forEach(({ severities }, index) => {
      if (severities.length === 0) problems[`ticketRules.${index}.severities`] = required;
    });
    values.assignments.forEach((assignment, index) => {
      if (!isEmpty(assignment)) return;
      problems[`assignments.${index}`] = assignment.isOfDevice ? required : t('assignments.choose');
    });
    return problems;
  };
}

const isEmpty = ({ isOfDevice, device, customer, deviceType }: AssignmentValues) =>
  isOfDevice ? device === null : customer === null && deviceType === null;
