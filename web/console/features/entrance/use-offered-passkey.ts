import { useEffect, useEffectEvent } from 'react';
import { LIMITS } from '#shared/limits.ts';
import { type PasskeyAnswer, passkeySignInOptions } from '../../data/second-step.ts';
import { canOfferPasskeys, showPasskey, stopAsking } from '../../parts/passkeys.ts';

/** A minute before the server forgets what it gave to be signed. */
const OFFER_AGAIN_MS = (LIMITS.passkeyMinutes - 1) * 60_000;

/**
 * Lets the browser offer passkeys in the field whose `autocomplete` ends in "webauthn", where it can,
 * for as long as the page is open. Paused at least while a passkey is asked for by a button: a browser asks
 * for one thing at a time, and the newer takes the place of the older.
 */
export function useOfferedPasskey(props: {
  isPaused: boolean;
  onPicked: (credential: PasskeyAnswer) => void;
}): void {
  const pick = useEffectEvent(props.onPicked);
  const { isPaused } = props;
  useEffect(() => {
    if (isPaused) return;
    let isOver = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    async function offer() {
      if (!(await canOfferPasskeys())) return;
      const options = await passkeySignInOptions();
      if (isOver) return;
      again = setTimeout(start, OFFER_AGAIN_MS);
      const credential = await showPasskey(options, true);
      if (!isOver) pick(credential);
    }
    // Whatever goes wrong, or was given up: the button is still there.
    const start = () => void offer().catch(() => undefined);
    start();
    return () => {
      isOver = true;
      clearTimeout(again);
    };
  }, [isPaused]);
  useEffect(() => () => void stopAsking(), []);
}
