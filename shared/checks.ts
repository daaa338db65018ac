/** What the server can ask a device from outside. */
export const CHECK_KINDS = ['http', 'tcp'] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** waiting: was not run yet. */
export const CHECK_STATES = ['waiting', 'passing', 'failing'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** How a run ended. All but the first are failures. */
export const CHECK_OUTCOMES = [
  'fine',
  // nobody answered
  'nameUnknown',
  'addressForbidden',
  'refused',
  'timeout',
  'unreachable',
  // somebody answered, and not as expected
  'secureConnectionFailed',
  'certificateInvalid',
  'unexpectedStatus',
  'textMissing',
  'tooManyRedirects',
  'redirectInvalid',
  'answerBroken',
] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

export const CHECK_LIMITS = {
  perDevice: 20,
  urlChars: 2_000,
  textChars: 200,
  everyMinutesMax: 1_440,
  failuresMax: 10,
} as const;
