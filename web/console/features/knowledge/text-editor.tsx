import { Stack, TextInput } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import { AttachButton, FileDrop, Hold, useHold } from '#web/ui/file-drop.tsx';
import { notifyDone } from '#web/ui/notify.ts';
import { useUploads } from '#web/ui/uploads.ts';
import { ARTICLE_FILES, type ArticleText } from '../../data/articles.ts';
import { ArticleEditor } from './article-editor.tsx';
import type { DraftSaver } from './use-draft-saver.ts';

/** Title, text and attachments of one language; begins with what the saver has. */
export function TextEditor({ saver, text }: { saver: DraftSaver; text: ArticleText }) {
  const { t } = useTranslation('knowledge');
  const [initialHtml] = useState(saver.fields.html);
  const uploads = useUploads(ARTICLE_FILES, text.draft?.attachments ?? []);
  const hold = useHold(uploads);
  const ready = uploads.readyIds.join();
  const keepFiles = useEffectEvent(() => saver.write({ attachmentIds: uploads.readyIds }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when the list of files is another
  useEffect(() => keepFiles(), [ready]);
  const { title } = saver.fields;
  return (
    <Stack gap="md">
      <TextInput
        label={t('articleTitle')}
        required
        size="md"
        maxLength={LIMITS.articleTitleChars}
        value={title}
        error={title.trim() === '' && t('requiredField')}
        onChange={({ currentTarget }) => saver.write({ title: currentTarget.value })}
      />
      <FileDrop uploads={uploads}>
        <ArticleEditor
          label={t('text')}
          initialHtml={initialHtml}
          onChange={(html) => saver.write({ html })}
          onSave={() => void saver.flush()}
          onLeftOut={() => notifyDone(t('editor.leftOut'))}
        />
      </FileDrop>
      <Hold text={hold} />
      <div>
        <AttachButton uploads={uploads} />
      </div>
    </Stack>
  );
}
