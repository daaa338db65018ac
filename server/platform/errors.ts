/** One wrong field of the input. `code` is a key of the `errors` catalogue under `field.`. */
export interface FieldError {
  field: string;
  code: string;
  params?: Record<string, string | number>;
}

/**
 * An error that the caller may know about (RFC 9457). `code` is stable and names the sentence in
 * the `errors` catalogue; whatever only the log should hold goes into `cause`.
 */
export class AppError extends Error {
  readonly status: number;
  readonly code: string;
  /** The sentence in the `errors` catalogue: the code's own unless another fits better. */
  readonly sentence: string;
  readonly params: Record<string, string | number>;
  readonly fieldErrors: FieldError[];
  readonly extra: Record<string, unknown>;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    code: string,
    options: {
      sentence?: string;
      params?: Record<string, string | number>;
      fieldErrors?: FieldError[];
      extra?: Record<string, unknown>;
      headers?: Record<string, string>;
      cause?: unknown;
    } = {},
  ) {
    super(code, { cause: options.cause });
    this.name = 'AppError';
    this.status = status;
    this.code = code;
    this.sentence = options.sentence ?? code;
    this.params = options.params ?? {};
    this.fieldErrors = options.fieldErrors ?? [];
    this.extra = options.extra ?? {};
    this.headers = options.headers ?? {};
  }
}

/** What the operator has to put right before we can start: the sentence says it all, no stack helps. */
export class OperatorError extends Error {
  override name = 'OperatorError';
}

/** Not there, or not yours: the two are never told apart. */
export const notFound = () => new AppError(404, 'notFound');
export const unauthenticated = () => new AppError(401, 'unauthenticated');
export const forbidden = (code = 'forbidden', params: Record<string, string | number> = {}) =>
  new AppError(403, code, { params });

/** Somebody else changed it meanwhile; `current` lets the caller show what it is now. */
export const conflict = (current: unknown) => new AppError(409, 'conflict', { extra: { current } });

/** The state does not allow it: a stable `code` says why. */
export const refused = (code: string, params: Record<string, string | number> = {}) =>
  new AppError(409, code, { params });

export const invalid = (...fieldErrors: FieldError[]) =>
  new AppError(400, 'invalid', { fieldErrors });

/** Said in minutes where seconds would have to be divided in the reader's head. */
export const tooMany = (retryAfterSeconds: number) =>
  new AppError(429, 'tooMany', {
    ...(retryAfterSeconds > 90 && { sentence: 'tooManyMinutes' }),
    params: { count: retryAfterSeconds, minutes: Math.ceil(retryAfterSeconds / 60) },
    headers: { 'retry-after': String(retryAfterSeconds) },
  });

/** PostgreSQL's error code (Appendix A of its manual), or undefined for any other error. */
export function postgresCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** True when an insert or update ran into the named unique index or constraint. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return (
    postgresCode(error) === '23505' &&
    (!constraint || (error as { constraint?: string }).constraint === constraint)
  );
}
