import { TextInput, type TextInputProps } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

const TYPING_PAUSE_MS = 250;

/** Words that a list is searched by; told once typing pauses. */
export function SearchField({
  label,
  value = '',
  onSearch,
  ...props
}: Omit<TextInputProps, 'label' | 'value' | 'onChange'> & {
  label: string;
  value: string | undefined;
  onSearch: (text: string | undefined) => void;
}) {
  const [text, setText] = useState(value);
  const told = useRef(value);
  const tell = useDebouncedCallback(
    (typed: string) => {
      told.current = typed.trim();
      onSearch(typed.trim() || undefined);
    },
    { delay: TYPING_PAUSE_MS },
  );
  // Back, forward and "reset" change the address from outside. What was told from here comes back
  // late and without its last space: it must not replace what has been typed meanwhile.
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size="1rem" aria-hidden />}
      {...props}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        tell(currentTarget.value);
      }}
    />
  );
}
