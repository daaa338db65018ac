import Mention, { type MentionNodeAttrs } from '@tiptap/extension-mention';
import type { SuggestionOptions, SuggestionProps } from '@tiptap/suggestion';
import type { Mentioned, MentionSource } from './mention-source.ts';

/** What is typed behind an @, and the list that goes with it. */
export interface OpenMention {
  items: readonly Mentioned[];
  isLoading: boolean;
  /** Where the list is drawn: it stays at the text, whatever is scrolled. */
  host: HTMLElement;
  /** What is typed in. */
  field: HTMLElement;
  choose(person: Mentioned): void;
}

type Props = SuggestionProps<Mentioned, MentionNodeAttrs>;
type Middleware = NonNullable<NonNullable<SuggestionOptions['floatingUi']>['middleware']>[number];

const MARGIN_PX = 8;

/** On a narrow screen the list moves to where there is room for all of it. */
const keepInWindow: Middleware = {
  name: 'keepInWindow',
  fn({ x, rects }) {
    const end = document.documentElement.clientWidth - rects.floating.width - MARGIN_PX;
    return { x: Math.max(MARGIN_PX, Math.min(x, end)) };
  },
};

/**
 * Mentions as the server keeps them: `<span data-mention="7">@Ada Moreno</span>`.
 * @param onChange hears of the list that is to be shown, and null when of none
 * @param onKey gets what is typed while there is one; true for keys that it took
 */
export function mentionExtension(
  source: () => MentionSource,
  onChange: (open: OpenMention | null) => void,
  onKey: (event: KeyboardEvent) => boolean,
) {
  return Mention.extend({
    addAttributes: () => ({
      id: {
        parseHTML: (element: HTMLElement) => element.getAttribute('data-mention'),
        rendered: false,
      },
      label: {
        parseHTML: (element: HTMLElement) => element.textContent?.replace(/^@/, '') ?? '',
        rendered: false,
      },
      mentionSuggestionChar: { default: '@', rendered: false },
    }),
    parseHTML: () => [{ tag: 'span[data-mention]' }],
  }).configure({
    deleteTriggerWithBackspace: true,
    renderText: ({ node }) => `@${node.attrs.label}`,
    renderHTML: ({ node }) => [
      'span',
      { 'data-mention': String(node.attrs.id) },
      `@${node.attrs.label}`,
    ],
    suggestion: {
      allowedPrefixes: [' ', '\u00a0', '('],
      floatingUi: { middleware: [keepInWindow] },
      items: ({ query }) => source().find(query),
      render: () => {
        const host = document.createElement('div');
        let unmount: (() => void) | undefined;
        const show = ({ editor, items, loading, command }: Props) =>
          onChange({
            items,
            isLoading: loading,
            host,
            field: editor.view.dom,
            choose: ({ id, name }) => command({ id: String(id), label: name }),
          });
        return {
          onStart(props: Props) {
            // Within the page's content, where those who hear the page look for it.
            (props.editor.view.dom.closest('main') ?? document.body).append(host);
            unmount = props.mount(host);
            show(props);
          },
          onUpdate: show,
          onExit() {
            unmount?.();
            host.remove();
            onChange(null);
          },
          onKeyDown({ event }) {
            const isTaken = event.key === 'Escape' || onKey(event);
            // The form around has an Escape and an Enter of its own.
            if (isTaken) event.stopPropagation();
            return isTaken;
          },
        };
      },
    },
  });
}
