import { Select } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { INBOUND_STATES } from '../../data/mail.ts';
import { IncomingList } from './incoming-list.tsx';

/** Admin > E-mail > Incoming: every mail that was taken, and where it went. */
export function IncomingPage() {
  const { t } = useTranslation('admin');
  const { state: given } = useSearch({ strict: false });
  const state = INBOUND_STATES.find((each) => each === given);
  const navigate = useNavigate();
  return (
    <>
      <Select
        label={t('incoming.state')}
        w="14rem"
        mb="md"
        clearable
        placeholder={t('incoming.allStates')}
        value={state ?? null}
        data={INBOUND_STATES.map((value) => ({ value, label: t(`incoming.states.${value}`) }))}
        onChange={(value) =>
          void navigate({ to: '/admin/email/incoming', search: { state: value ?? undefined } })
        }
      />
      <IncomingList state={state} />
    </>
  );
}
