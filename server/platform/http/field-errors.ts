import type { ZodError } from 'zod';
import type { FieldError } from '../errors.ts';

/**
 * Zod's issues as field errors. A schema may name a code of its own (a key of the `errors`
 * catalogue under `field.`) as its message, e.g. `z.string().refine(…, 'domainTaken')`.
 */
export function fieldErrorsOf(error: ZodError): FieldError[] {
  return error.issues.slice(0, 50).map((issue): FieldError => {
    const field = issue.path.join('.');
    switch (issue.code) {
      case 'too_big':
        return {
          field,
          code: issue.origin === 'string' ? 'tooLong' : 'tooBig',
          params: { maximum: Number(issue.maximum) },
        };
      case 'too_small':
        if (issue.origin === 'string' && Number(issue.minimum) === 1)
          return { field, code: 'required' };
        return {
          field,
          code: issue.origin === 'string' ? 'tooShort' : 'tooSmall',
          params: { minimum: Number(issue.minimum) },
        };
      case 'invalid_type':
        // Zod keeps the input to itself (it may be a secret), but says what was missing.
        return { field, code: /received undefined$/.test(issue.message) ? 'required' : 'invalid' };
      case 'invalid_format':
        return { field, code: issue.format === 'email' ? 'email' : 'invalid' };
      case 'unrecognized_keys':
        return { field: issue.keys[0] ?? field, code: 'unknownField' };
      case 'custom':
        return { field, code: /^[a-z][A-Za-z]+$/.test(issue.message) ? issue.message : 'invalid' };
      default:
        return { field, code: 'invalid' };
    }
  });
}
