import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/languages.ts';
import { TEMPLATE_NAMES, type TemplateName } from '#shared/templates.ts';
import { currentLanguage } from '#web/i18n/i18n.ts';
import { AnchorLink } from '#web/ui/links.tsx';
import { ErrorState, LoadingRows, NotFoundState } from '#web/ui/states.tsx';
import { templateQuery } from '../../data/templates.ts';
import { LanguageTabs } from './language-tabs.tsx';
import { TemplateForm } from './template-form.tsx';

/** One mail: its text in the chosen language, and how it will look. */
export function TemplatePage() {
  const { name = '' } = useParams({ strict: false });
  const known = TEMPLATE_NAMES.find((one) => one === name);
  return known ? <Known name={known} /> : <NotFoundState action={<Back />} />;
}

function Known({ name }: { name: TemplateName }) {
  const search: { language?: Language } = useSearch({ strict: false });
  const language = search.language ?? currentLanguage();
  const template = useQuery(templateQuery(name));
  if (template.isPending) return <LoadingRows rows={8} />;
  const text = template.data?.texts.find((one) => one.language === language);
  if (!template.data || !text) {
    return (
      <ErrorState
        error={template.error}
        onRetry={() => void template.refetch()}
        action={<Back />}
      />
    );
  }
  return (
    <TemplateForm
      key={`${name}-${language}`}
      template={template.data}
      text={text}
      before={<Back />}
      tabs={<LanguageTabs template={template.data} language={language} />}
    />
  );
}

function Back() {
  const { t } = useTranslation('templates');
  return (
    <AnchorLink to="/admin/templates" size="sm">
      {t('back')}
    </AnchorLink>
  );
}
