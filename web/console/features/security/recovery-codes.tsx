import { Alert, Button, CopyButton, Group, Stack } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../data/session.ts';
import classes from './recovery-codes.module.css';

const FILE_NAME = 'portico-recovery-codes.txt';

/** New codes, which nobody sees again. They stay until somebody says that they were kept. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { t } = useTranslation('security');
  const { technician, company } = useSession();
  const list = codes.join('\n');

  function download() {
    const head = t('codes.fileHead', { email: technician.email, company: company.name });
    const address = URL.createObjectURL(new Blob([`${head}\n\n${list}\n`]));
    const link = Object.assign(document.createElement('a'), { href: address, download: FILE_NAME });
    link.click();
    URL.revokeObjectURL(address);
  }

  return (
    <Stack>
      <Alert color="amber" icon={<IconAlertTriangle aria-hidden />}>
        {t('codes.once')}
      </Alert>
      <ul className={classes.codes} aria-label={t('codes.newTitle')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group>
        <CopyButton value={list}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={
                copied ? (
                  <IconCheck size="1rem" aria-hidden />
                ) : (
                  <IconCopy size="1rem" aria-hidden />
                )
              }
              onClick={copy}
            >
              {t(copied ? 'codes.copied' : 'codes.copy')}
            </Button>
          )}
        </CopyButton>
        <Button
          variant="default"
          leftSection={<IconDownload size="1rem" aria-hidden />}
          onClick={download}
        >
          {t('codes.download')}
        </Button>
      </Group>
      <Group justify="flex-end">
        <Button onClick={onDone}>{t('codes.done')}</Button>
      </Group>
    </Stack>
  );
}
