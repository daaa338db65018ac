import { CheckIcon, Group, Select, type SelectProps, Text } from '@mantine/core';
import { PersonAvatar } from '#web/ui/person.tsx';

export interface SelectablePerson {
  id: number;
  name: string;
  pictureUrl: string | null;
}

export const selectable = (technician: {
  id: number;
  firstName: string;
  lastName: string;
  email: string;
  pictureUrl: string | null;
}): SelectablePerson => ({
  id: technician.id,
  name: `${technician.firstName} ${technician.lastName}`.trim() || technician.email,
  pictureUrl: technician.pictureUrl,
});

/**
 * One of the people, shown with their pictures; the value is the id as text, or that of one of the
 * `others` that stand above them.
 */
export function TechnicianSelect({
  people,
  others = [],
  ...props
}: Omit<SelectProps, 'data' | 'renderOption' | 'leftSection' | 'value'> & {
  people: readonly SelectablePerson[];
  others?: { value: string; label: string }[];
  value?: string | null;
}) {
  const byId = new Map(people.map((person) => [String(person.id), person]));
  const chosen = byId.get(props.value ?? '');
  return (
    <Select
      {...props}
      data={[...others, ...people.map(({ id, name }) => ({ value: String(id), label: name }))]}
      leftSection={chosen && <PersonAvatar {...pictured(chosen)} />}
      renderOption={({ option, checked }) => {
        const person = byId.get(option.value);
        return (
          <Group gap="sm" wrap="nowrap" flex={1} miw={0}>
            {person && <PersonAvatar {...pictured(person)} />}
            <Text span inherit truncate flex={1}>
              {option.label}
            </Text>
            {checked && <CheckIcon size="0.75rem" aria-hidden />}
          </Group>
        );
      }}
    />
  );
}

const pictured = ({ name, pictureUrl }: SelectablePerson) => ({ name, pictureUrl });
