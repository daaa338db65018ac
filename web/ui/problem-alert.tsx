import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { isApiError } from '#web/api/problem.ts';
import { messageOf } from './notify.ts';

/** Above a form: what the server said about the whole of it. Nothing when all is well. */
export function ProblemAlert({ error }: { error: unknown }) {
  if (!error) return null;
  return (
    <Alert color="red" icon={<IconAlertCircle aria-hidden />} role="alert">
      {messageOf(error)}
    </Alert>
  );
}

interface FormErrors {
  getValues(): object;
  setErrors(errors: Record<string, string>): void;
}

/**
 * Puts the server's messages at their fields.
 * @returns the error when it, or a part of it, concerns no field of this form; else null
 */
export function showFieldErrors(form: FormErrors, error: unknown): unknown {
  if (!isApiError(error)) return error;
  const values = form.getValues() as Record<string, unknown>;
  const known = Object.entries(error.fields).flatMap(([field, message]) => {
    const name = field.split('.')[0] ?? '';
    if (!(name in values)) return [];
    // What is wrong with one entry of a list is shown at the list.
    return [[Array.isArray(values[name]) ? name : field, message] as const];
  });
  form.setErrors(Object.fromEntries(known));
  const isAllShown = known.length > 0 && known.length === Object.keys(error.fields).length;
  return isAllShown ? null : error;
}
