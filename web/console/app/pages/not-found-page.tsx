import { VisuallyHidden } from '@mantine/core';
import { useMatches } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '#web/ui/document-title.ts';
import { ButtonLink } from '#web/ui/links.tsx';
import { NotFoundState } from '#web/ui/states.tsx';

/** An address that leads nowhere, inside the shell or instead of it. */
export function NotFoundPage() {
  const { t } = useTranslation('console');
  const isInShell = useMatches().some((match) => match.routeId === '/signed-in');
  const Landmark = isInShell ? 'div' : 'main';
  useDocumentTitle(t('states.notFoundTitle'));
  return (
    <Landmark>
      <VisuallyHidden component="h1">{t('states.notFoundTitle')}</VisuallyHidden>
      <NotFoundState action={<ButtonLink to="/">{t('nav.home')}</ButtonLink>} />
    </Landmark>
  );
}
