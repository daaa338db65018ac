import { useTranslation } from 'react-i18next';
import { EndOtherSessions, OwnSessions } from '#web/ui/own-sessions.tsx';
import { ownSessions } from '../../data/own-sessions.ts';
import { Section } from './section.tsx';

export function SessionsSection() {
  const { t } = useTranslation('security');
  return (
    <Section
      title={t('sessions.title')}
      text={t('sessions.text')}
      action={<EndOtherSessions access={ownSessions} from={2} />}
    >
      <OwnSessions access={ownSessions} />
    </Section>
  );
}
