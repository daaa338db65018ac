import { Paper, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePortalTitle } from '../../parts/portal-title.ts';
import { AboutForm } from './about-form.tsx';
import { PasswordSection } from './password-section.tsx';
import { SignOutSection } from './sign-out-section.tsx';

export function ProfilePage() {
  const { t } = useTranslation('portal');
  usePortalTitle(t('profile.title'));
  return (
    <Stack gap="lg" maw="40rem" mx="auto">
      <Title order={1}>{t('profile.title')}</Title>
      <Section title={t('profile.about')}>
        <AboutForm />
      </Section>
      <Section title={t('profile.passwordTitle')}>
        <PasswordSection />
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
