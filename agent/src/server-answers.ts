import type { AgentSettings, EnrolmentAnswer, ReportAnswer } from '../../shared/agent-protocol.ts';
import { AGENT_LIMITS } from '../../shared/agent-protocol.ts';

const SAMPLE_SECONDS_MIN = 1;
const SAMPLE_SECONDS_MAX = 3_600;
const SAMPLE_SECONDS_DEFAULT = 60;

/** Something answers in the server's place: a proxy, a page for guests, a server that is broken. */
export class Nonsense extends Error {
  constructor() {
    super('the answer is not that of a Portico server');
  }
}

type Unknown = Record<string, unknown>;
const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null;

/**
 * How often to report and what to look after, whatever was answered: an agent must not stop, or run
 * hot, over a number. Names of services are looked up and nothing else, see `services.ts`.
 */
export function settingsOf(value: unknown): AgentSettings {
  const { sampleEverySeconds, watchedServices } = isObject(value) ? value : ({} as Unknown);
  const seconds = typeof sampleEverySeconds === 'number' ? sampleEverySeconds : Number.NaN;
  const names = Array.isArray(watchedServices) ? watchedServices : [];
  return {
    sampleEverySeconds: Number.isFinite(seconds)
      ? Math.min(Math.max(seconds, SAMPLE_SECONDS_MIN), SAMPLE_SECONDS_MAX)
      : SAMPLE_SECONDS_DEFAULT,
    watchedServices: names
      .filter((name) => typeof name === 'string' && name.length <= AGENT_LIMITS.textChars)
      .slice(0, AGENT_LIMITS.services),
  };
}

/** A key is a word that fits into a header. */
const isKey = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{20,200}$/.test(value);

const agentVersionOf = ({ agentVersion }: Unknown) =>
  typeof agentVersion === 'string' && /^\d[\w.-]{0,39}$/.test(agentVersion) ? agentVersion : '';

/** Throws Nonsense. */
export function enrolmentAnswer(value: unknown): EnrolmentAnswer {
  if (!isObject(value)) throw new Nonsense();
  const { deviceId, key, settings } = value;
  if (typeof deviceId !== 'number' || !isKey(key)) throw new Nonsense();
  return {
    deviceId,
    key,
    settings: settingsOf(settings),
    agentVersion: agentVersionOf(value),
  };
}

/** Throws Nonsense. */
export function reportAnswer(value: unknown): ReportAnswer {
  if (!isObject(value) || !isObject(value.settings)) throw new Nonsense();
  return {
    settings: settingsOf(value.settings),
    wantsInventory: value.wantsInventory === true,
    newKey: isKey(value.newKey) ? value.newKey : null,
    agentVersion: agentVersionOf(value),
  };
}
