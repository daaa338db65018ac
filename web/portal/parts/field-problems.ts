import { isApiError } from '#web/api/problem.ts';

/** What the server said about each field, by its name. */
export function fieldsOf(error: unknown): Record<string, string> {
  return isApiError(error) ? error.fields : {};
}

/**
 * The error when not all of it is said at one of the fields shown; else null. That the session is
 * over is said by the dialog for signing in again.
 */
export function generalOf(error: unknown, ...shown: string[]): unknown {
  if (isApiError(error, 'unauthenticated')) return null;
  const fields = Object.keys(fieldsOf(error));
  return fields.length > 0 && fields.every((field) => shown.includes(field)) ? null : error;
}
