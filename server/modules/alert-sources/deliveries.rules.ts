import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '#platform/errors.ts';
import { fieldErrorsOf } from '#platform/http/field-errors.ts';
import { ALERT_LIMITS, type AlertSourceFormat, SEVERITIES, type Severity } from '#shared/alerts.ts';

/** What another system says of one thing, whatever its format. */
export interface IncomingAlert {
  /** Tells it from others of the same source. */
  key: string;
  isResolved: boolean;
  title: string;
  text: string;
  severity: Severity;
  labels: Record<string, string>;
  /** A page of the other system; only what a browser may open. */
  url: string | null;
  occurredAt: Date | null;
  /** What the machine may be called here, the surest name first. */
  deviceNames: string[];
  customerName: string | null;
}

/** Other systems do not ask us how long their texts may be: they are cut, not refused. */
const Text = z
  .string()
  .transform((text) => text.replaceAll('\0', '').slice(0, ALERT_LIMITS.textChars).toWellFormed());
const oneLine = (text: string, chars: number) =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, chars)
    .toWellFormed();

const Labels = z.record(z.string(), z.unknown()).transform((labels) =>
  Object.fromEntries(
    Object.entries(labels)
      .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
      .slice(0, ALERT_LIMITS.labels)
      .map(([name, value]) => [
        oneLine(name, ALERT_LIMITS.labelChars),
        oneLine(String(value), ALERT_LIMITS.labelChars),
      ]),
  ),
);
const Time = z.iso.datetime({ offset: true }).transform((time) => new Date(time));

/** Version 4 of what Prometheus’ Alertmanager sends to a webhook. */
const Alertmanager = z.object({
  version: z.string(),
  alerts: z
    .array(
      z.object({
        status: z.enum(['firing', 'resolved']),
        labels: Labels,
        annotations: z.record(z.string(), Text).default({}),
        startsAt: Time,
        generatorURL: z.string().default(''),
        fingerprint: z.string().max(100).optional(),
      }),
    )
    .max(ALERT_LIMITS.alertsPerDelivery),
});

const PlainAlert = z.object({
  fingerprint: z.string().min(1).max(ALERT_LIMITS.fingerprintChars).optional(),
  title: z.string().min(1),
  text: Text.default(''),
  severity: z.string().optional(),
  status: z.enum(['firing', 'resolved']).default('firing'),
  device: z.string().optional(),
  customer: z.string().optional(),
  url: z.string().default(''),
  labels: Labels.default({}),
  startsAt: Time.optional(),
});
const PlainAlerts = z.object({
  alerts: z.array(PlainAlert).min(1).max(ALERT_LIMITS.alertsPerDelivery),
});

/**
 * What a delivery says, in the order in which it says it. Throws 400 with what is wrong in it, so that
 * whoever sets the other system up sees it there.
 */
export function readDelivery(format: AlertSourceFormat, body: unknown): IncomingAlert[] {
  if (format === 'alertmanager') return parse(Alertmanager, body).alerts.map(fromAlertmanager);
  const hasMany = typeof body === 'object' && body !== null && 'alerts' in body;
  const alerts = hasMany ? parse(PlainAlerts, body).alerts : [parse(PlainAlert, body)];
  return alerts.map(fromPlain);
}

function parse<T>(shape: z.ZodType<T>, body: unknown): T {
  const read = shape.safeParse(body);
  if (read.success) return read.data;
  throw new AppError(400, 'alertDeliveryWrong', { fieldErrors: fieldErrorsOf(read.error) });
}

function fromAlertmanager(alert: z.output<typeof Alertmanager>['alerts'][number]): IncomingAlert {
  const { labels, annotations } = alert;
  const title = annotations.summary || annotations.title || labels.alertname || '';
  return {
    key: alert.fingerprint || hashOf(JSON.stringify(Object.entries(labels).sort())),
    isResolved: alert.status === 'resolved',
    title: oneLine(title, ALERT_LIMITS.titleChars) || 'Alertmanager',
    text: (annotations.description || annotations.message || '').trim(),
    severity: severityOf(labels.severity),
    labels,
    url: webAddress(alert.generatorURL),
    occurredAt: alert.startsAt,
    deviceNames: namesOf([
      labels.device_name,
      labels.nodename,
      labels.hostname,
      labels.host,
      labels.node,
      labels.instance,
    ]),
    customerName: labels.customer || null,
  };
}

function fromPlain(alert: z.output<typeof PlainAlert>): IncomingAlert {
  const title = oneLine(alert.title, ALERT_LIMITS.titleChars);
  return {
    key: alert.fingerprint ?? hashOf(`${alert.device ?? ''}\n${title}`),
    isResolved: alert.status === 'resolved',
    title: title || '?',
    text: alert.text.trim(),
    severity: severityOf(alert.severity),
    labels: alert.labels,
    url: webAddress(alert.url),
    occurredAt: alert.startsAt ?? null,
    deviceNames: namesOf([alert.device]),
    customerName: alert.customer?.trim() || null,
  };
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');

const WORDS: Record<Severity, readonly string[]> = {
  critical: ['critical', 'crit', 'error', 'emergency', 'page', 'fatal', 'disaster', 'high', 'p1'],
  warning: ['warning', 'warn', 'average', 'minor', 'major', 'medium', 'p2', 'p3'],
  information: ['information', 'info', 'informational', 'notice', 'none', 'low', 'ok', 'p4', 'p5'],
};

/** What others call it; something that has no word for it is a warning. */
export function severityOf(word: string | undefined): Severity {
  const wanted = (word ?? '').trim().toLowerCase();
  return SEVERITIES.find((severity) => WORDS[severity].includes(wanted)) ?? 'warning';
}

/** As they are, and without port and domain: "srv-01.corp.test:9100" may be "srv-01" here. */
function namesOf(given: readonly (string | undefined)[]): string[] {
  const names = given.flatMap((name) => {
    const whole = oneLine(name ?? '', ALERT_LIMITS.labelChars).toLowerCase();
    const host = whole.replace(/:\d+$/, '');
    const isAddress = /^[\d.]+$/.test(host);
    return isAddress ? [whole, host] : [whole, host, host.split('.')[0] ?? ''];
  });
  return [...new Set(names.filter(Boolean))];
}

function webAddress(text: string): string | null {
  const isWeb = /^https?:\/\//i.test(text) && URL.canParse(text);
  return isWeb && text.length <= ALERT_LIMITS.urlChars ? text : null;
}
