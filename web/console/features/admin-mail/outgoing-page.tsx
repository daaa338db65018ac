import { Select } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { OUTBOUND_STATES } from '../../data/mail.ts';
import { OutgoingList } from './outgoing-list.tsx';

/** Admin > E-mail > Outgoing: what we sent, and whether it arrived. */
export function OutgoingPage() {
  const { t } = useTranslation('admin');
  const { state: given } = useSearch({ strict: false });
  const state = OUTBOUND_STATES.find((each) => each === given);
  const navigate = useNavigate();
  return (
    <>
      <Select
        label={t('outgoing.state')}
        w="14rem"
        mb="md"
        clearable
        placeholder={t('outgoing.allStates')}
        value={state ?? null}
        data={OUTBOUND_STATES.map((value) => ({ value, label: t(`outgoing.states.${value}`) }))}
        onChange={(value) =>
          void navigate({ to: '/admin/email/outgoing', search: { state: value ?? undefined } })
        }
      />
      <OutgoingList state={state} />
    </>
  );
}
