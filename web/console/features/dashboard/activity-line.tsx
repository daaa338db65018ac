import { Text } from '@mantine/core';
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconBolt,
  IconCircleCheck,
  IconInfoCircle,
  IconPlugConnected,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '#web/ui/links.tsx';
import { PersonAvatar } from '#web/ui/person.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import type { ActivityEntry } from '../../data/dashboard.ts';
import classes from './activity-line.module.css';
import { useActivityText } from './use-activity-text.ts';

/** One happening: who did what, of what, and when. All of it leads to what it is about. */
export function ActivityLine({ entry }: { entry: ActivityEntry }) {
  const { t } = useTranslation('dashboard');
  const textOf = useActivityText();
  const { about, customer } = entry;
  const { name, text } = textOf(entry);
  return (
    <li className={classes.line}>
      {name === null ? (
        <span className={classes.sign} data-tone={toneOf(entry)}>
          <Sign entry={entry} />
        </span>
      ) : (
        <PersonAvatar name={name} pictureUrl={entry.actor.pictureUrl} size="1.75rem" />
      )}
      <div className={classes.text}>
        <Text size="sm" c="dimmed" className={classes.doing}>
          {name !== null && (
            <Text span inherit fw={500} className={classes.name}>
              {name}{' '}
            </Text>
          )}
          {text}
        </Text>
        <div className={classes.about}>
          <AnchorLink {...placeOf(about)} className={classes.subject}>
            {about.kind === 'ticket' && (
              <Text span inherit c="dimmed">
                #{about.id}{' '}
              </Text>
            )}
            {about.name || t('noSubject')}
          </AnchorLink>
          {entry.hasMore && (
            <Text span size="sm" c="dimmed" className={classes.others}>
              {t('activity.more')}
            </Text>
          )}
          {customer && (
            <Text span size="sm" c="dimmed" className={classes.customer}>
              {customer.name}
            </Text>
          )}
        </div>
      </div>
      <RelativeTime at={entry.at} c="dimmed" size="sm" className={classes.time} />
    </li>
  );
}

function placeOf({ kind, id }: ActivityEntry['about']) {
  switch (kind) {
    case 'ticket':
      return { to: '/tickets/$number', params: { number: String(id) } } as const;
    case 'alert':
      return { to: '/alerts/$id', params: { id: String(id) } } as const;
    case 'device':
      return { to: '/devices/$id', params: { id: String(id) } } as const;
  }
}

type Tone = 'good' | 'bad' | 'warning' | 'plain';

function toneOf({ kind, about, value }: ActivityEntry): Tone {
  if (kind === 'alertResolved' || kind === 'deviceOnline') return 'good';
  if (kind === 'deviceOffline' || kind === 'deviceStale') return 'warning';
  if (about.kind !== 'alert') return 'plain';
  return value === 'critical' ? 'bad' : value === 'warning' ? 'warning' : 'plain';
}

/** What happened by itself has no face: a sign of what it is. */
function Sign({ entry }: { entry: ActivityEntry }) {
  const { kind, about, value } = entry;
  const Icon =
    kind === 'alertResolved'
      ? IconCircleCheck
      : about.kind === 'device'
        ? kind === 'deviceOnline' || kind === 'deviceEnrolled'
          ? IconPlugConnected
          : IconPlugConnectedX
        : about.kind === 'ticket'
          ? IconBolt
          : value === 'critical'
            ? IconAlertOctagon
            : value === 'warning'
              ? IconAlertTriangle
              : IconInfoCircle;
  return <Icon size="1rem" stroke={1.75} aria-hidden />;
}
