import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PendingSignIn } from '#web/api/types.ts';
import { useDocumentTitle } from '#web/ui/document-title.ts';
import { PasswordStep } from './password-step.tsx';
import { SecondStep } from './second-step.tsx';
import { useEnter } from './use-enter.ts';

/** The door: the password, and the second step for who has one; or a passkey for both. */
export function SignInPage() {
  const { t } = useTranslation('console');
  const enter = useEnter();
  const [pending, setPending] = useState<PendingSignIn | null>(null);
  /** Why the second step had to be left. */
  const [problem, setProblem] = useState<unknown>(null);
  useDocumentTitle(t('signIn'));
  if (pending) {
    return (
      <SecondStep
        factors={pending.secondFactor}
        onEnter={enter}
        onBack={(error) => {
          setPending(null);
          setProblem(error);
        }}
      />
    );
  }
  return <PasswordStep problem={problem} onPending={setPending} onEnter={enter} />;
}
