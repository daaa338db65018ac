/** An answer of the server that is no success (RFC 9457), or no answer at all (status 0). */
export class ApiError extends Error {
  readonly status: number;
  /** Stable word for what went wrong; `network` when the server was not reached. */
  readonly code: string;
  /** Sentence for the reader, in the reader's language. */
  readonly detail: string;
  readonly requestId: string | undefined;
  /** First message of each wrong field. */
  readonly fields: Record<string, string>;
  /** On a conflict: what the record is now. */
  readonly current: unknown;

  constructor(status: number, body: unknown) {
    const problem = (typeof body === 'object' && body !== null ? body : {}) as ProblemBody;
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.name = 'ApiError';
    this.status = status;
    this.code = problem.code ?? (status === 0 ? 'network' : 'unknown');
    this.detail = problem.detail ?? problem.title ?? '';
    this.requestId = problem.requestId;
    this.current = problem.current;
    this.fields = {};
    for (const { field, message } of problem.errors ?? []) this.fields[field] ??= message;
  }
}

interface ProblemBody {
  title?: string;
  detail?: string;
  code?: string;
  requestId?: string;
  errors?: { field: string; code: string; message: string }[];
  current?: unknown;
}

export function isApiError(error: unknown, code?: string): error is ApiError {
  return error instanceof ApiError && (code === undefined || error.code === code);
}
