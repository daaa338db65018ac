import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#web/ui/links.tsx';
import { useDocumentTitle } from '#web/ui/page-header.tsx';
import { NotFoundState } from '#web/ui/states.tsx';

export function NotFoundPage() {
  const { t } = useTranslation('console');
  useDocumentTitle(t('states.notFoundTitle'));
  return <NotFoundState action={<ButtonLink to="/">{t('nav.home')}</ButtonLink>} />;
}
