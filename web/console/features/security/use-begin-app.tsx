import { useMutation } from '@tanstack/react-query';
import { isApiError } from '#web/api/problem.ts';
import { notifyProblem } from '#web/ui/notify.ts';
import { beginApp } from '../../data/two-factor.ts';
import { useProof } from '../../parts/proof.tsx';

/** Gets a new secret for an authenticator app, once the password has been shown. */
export function useBeginApp() {
  const { withProof, proofWindow } = useProof();
  const beginning = useMutation({
    mutationFn: () => withProof(beginApp),
    onError: (error) => {
      // Who closes the window that asks for the password knows why nothing happens.
      if (!isApiError(error, 'proofRequired')) notifyProblem(error);
    },
  });
  return {
    begin: () => beginning.mutate(),
    isBusy: beginning.isPending,
    /** The secret, from when it is there until it is forgotten. */
    app: beginning.data,
    forget: beginning.reset,
    proofWindow,
  };
}
