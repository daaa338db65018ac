import { useState } from 'react';
import type { TemplateText } from '../../data/templates.ts';

/** A text as it is being written; the form that is not chosen is as old as the last change of form. */
export interface DraftText {
  subject: string;
  isRich: boolean;
  html: string;
  text: string;
}

export const draftOf = (text: TemplateText): DraftText => ({
  subject: text.subject,
  // The originals are plain; whoever changes one may want more.
  isRich: text.isOwn ? text.isRich : true,
  html: text.html,
  text: text.text,
});

/** As the server takes it: one of the two forms. */
export const writtenOf = ({ subject, isRich, html, text }: DraftText) =>
  isRich ? { subject, html } : { subject, text };

/** What is being written, and whether it differs from what was saved. */
export function useDraft(saved: TemplateText) {
  const [base, setBase] = useState(() => draftOf(saved));
  const [draft, setDraft] = useState(base);
  const isSameText = draft.isRich ? draft.html === base.html : draft.text === base.text;
  const isSameForm = !saved.isOwn || draft.isRich === base.isRich;
  return {
    draft,
    isDirty: draft.subject !== base.subject || !isSameText || !isSameForm,
    change: (changes: Partial<DraftText>) => setDraft((before) => ({ ...before, ...changes })),
    /** Begins anew from what is saved now. */
    take(fresh: TemplateText) {
      const next = draftOf(fresh);
      setBase(next);
      setDraft(next);
    },
  };
}
