import { Checkbox, Group, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '#web/ui/links.tsx';
import { MailHtml } from '#web/ui/mail-html.tsx';
import { signatureQuery } from '../../data/signature.ts';
import classes from './own-signature.module.css';

/** What will stand under a public reply, and the choice to leave it out this once. */
export function OwnSignature(props: { isAdded: boolean; onChange: (isAdded: boolean) => void }) {
  const { t } = useTranslation('signature');
  const signature = useQuery(signatureQuery);
  // Without it the reply can be written all the same; the server knows what to add.
  if (signature.isError) return null;
  return (
    <Stack gap="xs" className={classes.signature}>
      {props.isAdded && (
        <section aria-label={t('reply.shown')} className={classes.shown}>
          {signature.data ? (
            <MailHtml html={signature.data.preview.html} />
          ) : (
            <Skeleton height="3rem" />
          )}
        </section>
      )}
      <Group gap="md">
        <Checkbox
          size="xs"
          label={t('reply.with')}
          checked={props.isAdded}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <AnchorLink to="/profile" size="xs">
          {t('reply.change')}
        </AnchorLink>
      </Group>
    </Stack>
  );
}
