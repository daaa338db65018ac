import { Group, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '#web/api/types.ts';
import { AnchorLink, ButtonLink } from '#web/ui/links.tsx';
import { PhoneNumber } from '../../parts/phone-number.tsx';

/** Picture, name, username, role and phone; changed on the page that Edit opens. */
export function TechnicianDetails(props: { session: Session; picture: ReactNode }) {
  const { t } = useTranslation('profile');
  const { technician } = props.session;
  return (
    <Group align="flex-start" gap="lg" wrap="wrap">
      {props.picture}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" flex="1 1 18rem" component="dl" m={0}>
        <Fact label={t('details.name')}>
          {`${technician.firstName} ${technician.lastName}`.trim()}
        </Fact>
        <Fact label={t('details.username')}>{technician.email}</Fact>
        <Fact label={t('details.role')}>
          <AnchorLink to="/profile/role">{technician.role.name}</AnchorLink>
        </Fact>
        <Fact label={t('details.phone')}>
          {technician.phone ? (
            <PhoneNumber number={technician.phone} />
          ) : (
            <Text span inherit c="dimmed">
              {t('details.noPhone')}
            </Text>
          )}
        </Fact>
      </SimpleGrid>
      <ButtonLink to="/profile/edit" variant="default">
        {t('details.edit')}
      </ButtonLink>
    </Group>
  );
}

function Fact(props: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {props.label}
      </Text>
      <Text component="dd" m={0}>
        {props.children}
      </Text>
    </div>
  );
}
