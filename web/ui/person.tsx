import { Avatar, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PICTURE_SIZES_PX } from '#shared/pictures.ts';

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

/** Every size of a picture, for the browser to choose what its screen needs. */
const sourcesOf = (pictureUrl: string) =>
  PICTURE_SIZES_PX.map((width) => `${pictureUrl}?size=${width} ${width}w`).join(', ');

/**
 * The picture of a person; the initials without one, or when it cannot be loaded.
 * @param props.size edge in CSS, as in `2rem`
 */
export function PersonAvatar(props: {
  name: string;
  pictureUrl?: string | null | undefined;
  size?: string;
  color?: string;
}) {
  const { pictureUrl, size = '1.5rem' } = props;
  return (
    <Avatar
      size={size}
      radius="50%"
      color={props.color ?? 'gray'}
      aria-hidden
      alt=""
      {...(pictureUrl && {
        src: `${pictureUrl}?size=${PICTURE_SIZES_PX[0]}`,
        imageProps: { srcSet: sourcesOf(pictureUrl), sizes: size, draggable: false },
      })}
    >
      {initialsOf(props.name)}
    </Avatar>
  );
}

/** Picture or initials, and name; "Unassigned" when there is nobody. */
export function PersonName(props: {
  name: string | undefined;
  pictureUrl?: string | null | undefined;
}) {
  const { t } = useTranslation('common');
  const { name } = props;
  if (!name) {
    return (
      <Text span inherit c="dimmed" data-person-name>
        {t('nobody')}
      </Text>
    );
  }
  return (
    <Group gap="sm" wrap="nowrap" component="span">
      <PersonAvatar name={name} pictureUrl={props.pictureUrl} />
      <Text span inherit truncate data-person-name>
        {name}
      </Text>
    </Group>
  );
}
