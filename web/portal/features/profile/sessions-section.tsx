import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EndOtherSessions, OwnSessions } from '#web/ui/own-sessions.tsx';
import { ownSessions } from '../../data/own-sessions.ts';

export function SessionsSection() {
  const { t } = useTranslation('security');
  return (
    <Stack>
      <Text c="dimmed">{t('sessions.text')}</Text>
      <div>
        <OwnSessions access={ownSessions} />
      </div>
      <Group>
        <EndOtherSessions access={ownSessions} from={3} />
      </Group>
    </Stack>
  );
}
