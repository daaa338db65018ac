import { Button, FileButton, Group, Input, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PORTAL_LIMITS } from '#shared/portal-settings.ts';
import { useFormats } from '#web/i18n/format.tsx';
import type { PortalSettings } from '../../data/portal-settings.ts';
import classes from './portal-form.module.css';
import type { LogoChoice } from './portal-values.ts';

const KINDS = 'image/png,image/jpeg,image/webp,image/gif,image/avif';

/** The logo that is shown now or was chosen; it is sent with everything else by Save. */
export function LogoField(props: {
  saved: PortalSettings['logo'];
  choice: LogoChoice;
  onChoice: (logo: LogoChoice) => void;
}) {
  const { t } = useTranslation('portal-settings');
  const { bytes } = useFormats();
  const [error, setError] = useState<string | null>(null);
  const { saved, choice, onChoice } = props;
  const chosenUrl = useObjectUrl(choice instanceof File ? choice : null);
  const url = choice === null ? saved?.url : chosenUrl;
  const size = bytes(PORTAL_LIMITS.logoBytes);

  function choose(file: File | null) {
    if (!file) return;
    const isTaken = KINDS.split(',').includes(file.type);
    const problem = isTaken ? t('look.logoTooLarge', { size }) : t('look.logoKind');
    const isFine = isTaken && file.size <= PORTAL_LIMITS.logoBytes;
    setError(isFine ? null : problem);
    if (isFine) onChoice(file);
  }

  return (
    <Input.Wrapper
      labelElement="div"
      label={t('look.logo')}
      description={t('look.logoHint', { size })}
      error={error}
    >
      <Group mt="xs" gap="sm">
        {url && (
          <span className={classes.logo} data-tone={(choice === null && saved?.tone) || undefined}>
            <img src={url} alt={t('look.logo')} />
          </span>
        )}
        <FileButton accept={KINDS} onChange={choose}>
          {(button) => (
            <Button {...button} variant="default">
              {t(url ? 'look.logoReplace' : 'look.logoChoose')}
            </Button>
          )}
        </FileButton>
        {url && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              setError(null);
              onChoice(saved ? 'none' : null);
            }}
          >
            {t('look.logoRemove')}
          </Button>
        )}
        {choice !== null && (
          <Text size="sm" c="dimmed">
            {t('look.logoUnsaved')}
          </Text>
        )}
      </Group>
    </Input.Wrapper>
  );
}

function useObjectUrl(file: File | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return setUrl(null);
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
}
