import { isIP } from 'node:net';
import type { Config } from '#platform/config.ts';
import { invalid } from '#platform/errors.ts';
import type { CheckFields } from './checks.fields.ts';
import type { CheckSettings } from './checks.queries.ts';
import { readHost, readUrl } from './checks.rules.ts';
import { listOf, mayConnect } from './outside-address.rules.ts';

/**
 * What is stored of what somebody typed. Throws 400 when there is nothing to be asked there; an address
 * that may not be connected to is refused at once, a name only once it is known where it leads.
 * @param path of the fields in the body
 */
export function readSettings(config: Config, fields: CheckFields, path = ''): CheckSettings {
  const refuse = (field: string, code: string) => invalid({ field: path + field, code });
  const common = {
    kind: fields.kind,
    name: fields.name,
    every_minutes: fields.everyMinutes,
    failures_until_alert: fields.failuresUntilAlert,
    severity: fields.severity,
    is_enabled: fields.isEnabled,
  };
  const assertOutside = (field: string, host: string) => {
    if (isIP(host) > 0 && !mayConnect(host, listOf(config.checkAllowNets)))
      throw refuse(field, 'checkAddressForbidden');
  };
  if (fields.kind === 'tcp') {
    if (!fields.host) throw refuse('host', 'required');
    if (fields.port === null) throw refuse('port', 'required');
    const host = readHost(fields.host);
    if (host === null) throw refuse('host', 'checkHost');
    assertOutside('host', host);
    return {
      ...common,
      url: null,
      host,
      port: fields.port,
      expected_status: null,
      expected_text: '',
      accepts_any_certificate: false,
    };
  }
  if (!fields.url) throw refuse('url', 'required');
  const page = readUrl(fields.url);
  if (page === null) throw refuse('url', 'checkUrl');
  assertOutside('url', page.host);
  return {
    ...common,
    url: page.url,
    host: null,
    port: null,
    expected_status: fields.expectedStatus,
    expected_text: fields.expectedText,
    accepts_any_certificate: fields.acceptsAnyCertificate,
  };
}
