import type { FastifyReply, FastifyRequest } from 'fastify';
import { ZodError } from 'zod';
import type { Language } from '#shared/languages.ts';
import { isDatabaseGone } from '../db/database.ts';
import { AppError, type FieldError, postgresCode } from '../errors.ts';
import { isTranslated, translate } from '../i18n/translate.ts';
import { fieldErrorsOf } from './field-errors.ts';

/** A NUL or half a character in the input, which no text in PostgreSQL can hold. */
const NOT_STORABLE = new Set(['22021', '22P05']);

/** Whatever was thrown, as an error that the caller may see. */
function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof ZodError)
    return new AppError(400, 'invalid', { fieldErrors: fieldErrorsOf(error) });
  if (NOT_STORABLE.has(postgresCode(error) ?? ''))
    return new AppError(400, 'malformed', { cause: error });
  if (isDatabaseGone(error)) return new AppError(503, 'unavailable', { cause: error });
  const { statusCode, code } = (error ?? {}) as { statusCode?: number; code?: string };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new AppError(413, 'bodyTooLarge', { cause: error });
  if (statusCode === 415) return new AppError(415, 'unsupportedMediaType', { cause: error });
  if (statusCode && statusCode >= 400 && statusCode < 500)
    return new AppError(400, 'malformed', { cause: error });
  return new AppError(500, 'internal', { cause: error });
}

/** Answers with problem+json (RFC 9457) in the reader's language; details go to the log only. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  thrown: unknown,
  language: Language,
): FastifyReply {
  const error = toAppError(thrown);
  if (error.status >= 500) request.log.error({ err: error.cause ?? error }, error.code);
  else request.log.debug({ code: error.code, status: error.status }, 'refused');
  const sentence = (key: string, params = error.params) =>
    isTranslated(`errors:${key}`, params)
      ? translate(language, `errors:${key}`, params)
      : undefined;
  const detail = sentence(error.sentence);
  return reply
    .code(error.status)
    .headers({ ...error.headers, 'cache-control': 'no-store' })
    .type('application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send({
      type: `urn:portico:problem:${error.code}`,
      title: detail ?? translate(language, 'errors:internal'),
      status: error.status,
      code: error.code,
      detail,
      requestId: request.id,
      ...(error.fieldErrors.length > 0 && {
        errors: error.fieldErrors.map((field) => describeField(field, sentence)),
      }),
      ...error.extra,
    });
}

function describeField(
  { field, code, params }: FieldError,
  sentence: (key: string, params?: Record<string, string | number>) => string | undefined,
) {
  const message = sentence(`field.${code}`, params ?? {}) ?? sentence('field.invalid', {}) ?? code;
  return { field, code, message };
}
