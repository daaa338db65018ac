import { Avatar, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Up to two initials of a name; of an address its first letter. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s@.]+/u)
    .filter(Boolean);
  const picked = name.includes('@')
    ? words.slice(0, 1)
    : [words[0], words.at(-1)].slice(0, words.length);
  return picked.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('');
}

export function PersonAvatar(props: { name: string; size?: string | number; color?: string }) {
  return (
    <Avatar
      size={props.size ?? '1.5rem'}
      radius="xl"
      color={props.color ?? 'gray'}
      aria-hidden
      alt=""
    >
      {initialsOf(props.name)}
    </Avatar>
  );
}

/** Initials and name; "Unassigned" when there is nobody. */
export function PersonName({ name }: { name: string | undefined }) {
  const { t } = useTranslation('common');
  if (!name) {
    return (
      <Text span inherit c="dimmed" data-person-name>
        {t('nobody')}
      </Text>
    );
  }
  return (
    <Group gap="sm" wrap="nowrap" component="span">
      <PersonAvatar name={name} />
      <Text span inherit truncate data-person-name>
        {name}
      </Text>
    </Group>
  );
}
