import { Paper, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSite } from '../../data/site.ts';
import { usePortalTitle } from '../../parts/portal-title.ts';
import { AboutForm } from './about-form.tsx';
import { MailsSection } from './mails-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { SignOutSection } from './sign-out-section.tsx';

export function ProfilePage() {
  const { t } = useTranslation(['portal', 'member', 'security']);
  const { data: site } = useSite();
  usePortalTitle(t('profile.title'));
  return (
    <Stack gap="lg" maw="40rem" mx="auto">
      <Title order={1}>{t('profile.title')}</Title>
      <Section title={t('profile.about')}>
        <AboutForm />
      </Section>
      {site?.signIn.password && (
        <Section title={t('profile.passwordTitle')}>
          <PasswordSection />
        </Section>
      )}
      <Section title={t('member:mails.title')}>
        <MailsSection />
      </Section>
      <Section title={t('security:sessions.title')}>
        <SessionsSection />
      </Section>
      <Section title={t('profile.signOut')}>
        <SignOutSection />
      </Section>
    </Stack>
  );
}

function Section(props: { title: string; children: React.ReactNode }) {
  return (
    <Paper component="section" radius="lg" p="lg">
      <Title order={2} mb="md">
        {props.title}
      </Title>
      {props.children}
    </Paper>
  );
}
