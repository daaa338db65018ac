import { Anchor, Badge, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { useMinute } from '#web/ui/minute.ts';
import { PersonAvatar } from '#web/ui/person.tsx';
import type { PortalPerson } from '../../data/people.ts';
import { useMember } from '../../data/session.ts';
import classes from './person-row.module.css';

/** Who it is, whether the portal is open to him, and the way to his tickets. */
export function PersonRow({ person }: { person: PortalPerson }) {
  const { t } = useTranslation('member');
  const isOneself = useMember().contact.id === person.id;
  return (
    <li className={classes.row}>
      <PersonAvatar name={person.name} pictureUrl={null} size="2.25rem" color="gray" />
      <div className={classes.who}>
        <Group gap="xs">
          <Text span fw={600} dir="auto">
            {person.name}
          </Text>
          {isOneself && (
            <Badge variant="light" color="gray" tt="none">
              {t('people.you')}
            </Badge>
          )}
          {person.isMainContact && (
            <Badge variant="light" tt="none">
              {t('people.main')}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed" className={classes.address}>
          {[person.jobTitle, person.email].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Text size="sm" c="dimmed" className={classes.state}>
        <PortalState person={person} />
      </Text>
      <Anchor
        size="sm"
        renderRoot={(anchor) => (
          <Link
            to="/company-tickets"
            search={{ person: person.id }}
            aria-label={t('people.ticketsOf', { name: person.name })}
            {...anchor}
          />
        )}
      >
        {t('people.tickets')}
      </Anchor>
    </li>
  );
}

function PortalState({ person }: { person: PortalPerson }) {
  const { t } = useTranslation('member');
  const formats = useFormats();
  const now = useMinute();
  if (!person.hasPortalAccess) return t('people.noAccess');
  const at = person.lastSignInAt;
  if (at === null) return t('people.never');
  const when = formats.relative(at, Math.max(now, Date.parse(at)), 'long');
  return (
    <time dateTime={at} title={formats.dateTime(at)}>
      {t('people.lastSignIn', { when })}
    </time>
  );
}
