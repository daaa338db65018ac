import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage, type Language } from '#shared/languages.ts';
import type { PreviewPage } from '#shared/portal-preview.ts';
import { ConflictNotice } from '#web/ui/conflict-notice.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { UnsavedGuard } from '#web/ui/unsaved-guard.tsx';
import type { PortalSettings } from '../../data/portal-settings.ts';
import { PortalDomainSection } from './address-domain-section.tsx';
import { PortalAddressSection } from './address-section.tsx';
import { LinkFields } from './link-fields.tsx';
import { LookFields } from './look-fields.tsx';
import classes from './portal-form.module.css';
import { PortalPreview } from './portal-preview.tsx';
import { siteWith } from './portal-values.ts';
import { RuleFields } from './rule-fields.tsx';
import { usePortalForm } from './use-portal-form.ts';
import { WelcomeFields } from './welcome-fields.tsx';

const FORM_ID = 'portal-form';

/** The settings at the left, and beside them the portal as it would be. */
export function PortalForm({ settings }: { settings: PortalSettings }) {
  const { t, i18n } = useTranslation(['portal-settings', 'admin', 'common']);
  const { form, known, logo, problem, theirs, ...portal } = usePortalForm(settings);
  const [page, setPage] = useState<PreviewPage>('signIn');
  const [language, setLanguage] = useState<Language>(
    isLanguage(i18n.language) ? i18n.language : 'en',
  );
  return (
    <>
      <UnsavedGuard isDirty={portal.isDirty} />
      <PageHeader
        title={t('admin:portal.title')}
        subtitle={t('admin:portal.lead')}
        actions={
          <Button type="submit" form={FORM_ID} loading={portal.isSaving} disabled={!portal.isDirty}>
            {t('common:save')}
          </Button>
        }
      />
      {theirs ? (
        <ConflictNotice
          onKeepMine={() => portal.save(form.values, theirs)}
          onTakeTheirs={() => portal.take(theirs)}
        />
      ) : (
        <ProblemAlert error={problem} />
      )}
      <div className={classes.columns}>
        <Stack gap="lg" className={classes.settings}>
          <PortalAddressSection />
          <PortalDomainSection />
          <form
            id={FORM_ID}
            noValidate
            onSubmit={form.onSubmit((values) => portal.save(values, known))}
          >
            <Stack gap="lg">
              <LookFields form={form} settings={known} logo={logo} onLogo={portal.setLogo} />
              <WelcomeFields form={form} language={language} onLanguage={setLanguage} />
              <LinkFields form={form} />
              <RuleFields form={form} settings={known} onShow={setPage} />
            </Stack>
          </form>
        </Stack>
        <PortalPreview
          // The address may change on this page, and with it the portal to speak with.
          key={settings.previewOrigin}
          origin={settings.previewOrigin}
          site={siteWith(form.values, known, logo)}
          logoFile={logo instanceof File ? logo : null}
          page={page}
          onPage={setPage}
          language={language}
          onLanguage={setLanguage}
        />
      </div>
    </>
  );
}
