import { Button, Divider, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { Row } from '#web/ui/row.tsx';
import { Since } from '#web/ui/since.tsx';
import type { Passkey, TwoFactor } from '../../data/two-factor.ts';
import { arePasskeysPossible } from '../../parts/passkeys.ts';
import { AddPasskeyModal } from './add-passkey-modal.tsx';
import { RemovePasskeyModal } from './remove-passkey-modal.tsx';
import { RenamePasskeyModal } from './rename-passkey-modal.tsx';
import { Section } from './section.tsx';

type Dialog = { kind: 'rename' | 'remove'; passkey: Passkey };

export function PasskeysSection({ twoFactor }: { twoFactor: TwoFactor }) {
  const { t } = useTranslation('security');
  const { passkeys, isRequired, appSetUpAt } = twoFactor;
  const [isAdding, setAdding] = useState(false);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  const isLast = passkeys.length === 1 && appSetUpAt === null;
  const canAdd = arePasskeysPossible() && passkeys.length < LIMITS.passkeys;
  return (
    <Section
      title={t('passkeys.title')}
      text={t('passkeys.text')}
      action={
        canAdd && (
          <Button
            variant="default"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('passkeys.add')}
          </Button>
        )
      }
    >
      {!arePasskeysPossible() && <Text size="sm">{t('passkeyProblem.impossible')}</Text>}
      {passkeys.length === 0 && arePasskeysPossible() && (
        <Text size="sm" c="dimmed">
          {t('passkeys.none')}
        </Text>
      )}
      {passkeys.map((passkey) => (
        <Fragment key={passkey.id}>
          <Divider />
          <PasskeyRow
            passkey={passkey}
            canRemove={!(isLast && isRequired)}
            onDialog={(kind) => setDialog({ kind, passkey })}
          />
        </Fragment>
      ))}
      {isAdding && <AddPasskeyModal onClose={() => setAdding(false)} />}
      {dialog?.kind === 'rename' && <RenamePasskeyModal passkey={dialog.passkey} onClose={close} />}
      {dialog?.kind === 'remove' && (
        <RemovePasskeyModal passkey={dialog.passkey} isLast={isLast} onClose={close} />
      )}
    </Section>
  );
}

function PasskeyRow(props: {
  passkey: Passkey;
  /** Not the last factor of who must have one. */
  canRemove: boolean;
  onDialog: (kind: Dialog['kind']) => void;
}) {
  const { t } = useTranslation('security');
  const formats = useFormats();
  const { name, createdAt, lastUsedAt } = props.passkey;
  return (
    <Row
      title={name}
      actions={
        <>
          <Button
            variant="default"
            aria-label={t('passkeys.renameLabel', { name })}
            onClick={() => props.onDialog('rename')}
          >
            {t('passkeys.rename')}
          </Button>
          {props.canRemove && (
            <Button
              variant="default"
              aria-label={t('passkeys.removeLabel', { name })}
              onClick={() => props.onDialog('remove')}
            >
              {t('passkeys.remove')}
            </Button>
          )}
        </>
      }
    >
      {t('passkeys.since', { date: formats.date(createdAt) })}
      {' · '}
      {lastUsedAt ? (
        <Since at={lastUsedAt} phrase={(when) => t('passkeys.lastUsed', { when })} />
      ) : (
        t('passkeys.neverUsed')
      )}
    </Row>
  );
}
