import createClient from 'openapi-fetch';
import { currentLanguage } from '#web/i18n/i18n.ts';
import { ApiError } from './problem.ts';
import type { paths } from './schema.d.ts';

/** Every route of openapi.json, typed. Wrap calls in `answer` to get data or an ApiError. */
export const api = createClient<paths>({ baseUrl: window.location.origin });

api.use({
  onRequest({ request }) {
    request.headers.set('accept-language', currentLanguage());
    return request;
  },
});

/**
 * The data of an answer.
 * @throws ApiError for every other answer, and with status 0 when the server is not reached
 */
export async function answer<Data>(
  call: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError(0, null);
  });
  if (!response.ok) throw new ApiError(response.status, error);
  return data as Data;
}
