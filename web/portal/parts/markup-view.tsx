import { useRouter } from '@tanstack/react-router';
import { createElement, type FormEvent, Fragment, type MouseEvent, type ReactNode } from 'react';
import { isMany, type Markup, type MarkupElement } from '#shared/markup.ts';

/** React's names for what HTML calls otherwise. */
const NAMES: Record<string, string> = {
  class: 'className',
  for: 'htmlFor',
  tabindex: 'tabIndex',
  maxlength: 'maxLength',
  hreflang: 'hrefLang',
  autocomplete: 'autoComplete',
};

interface Living {
  /** What stands in the tree's slots. */
  slots?: Record<string, ReactNode>;
  onSubmit?: () => void;
}

/** A tree that the server may have written already; links inside the portal load no new page. */
export function MarkupView({ markup, ...living }: { markup: Markup } & Living) {
  const { history } = useRouter();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (!isPlain || event.altKey || event.defaultPrevented) return;
    event.preventDefault();
    history.push(event.currentTarget.getAttribute('href') ?? '/');
  };
  return <>{show(markup, { ...living, follow })}</>;
}

type Means = Living & { follow: (event: MouseEvent<HTMLAnchorElement>) => void };

function show(markup: Markup, means: Means): ReactNode {
  if (markup === null || markup === false || typeof markup === 'string') return markup;
  if (isMany(markup)) return showAll(markup, means);
  if ('slot' in markup) return means.slots?.[markup.slot] ?? showAll(markup.children, means);
  const { tag, attributes, children, html } = markup;
  const given = Object.fromEntries(
    Object.entries(attributes)
      .filter(([, value]) => value !== null && value !== false)
      .map(([name, value]) => [NAMES[name] ?? name, value]),
  );
  const props = { ...given, ...handlersOf(markup, means) };
  if (html !== undefined)
    return createElement(tag, { ...props, dangerouslySetInnerHTML: { __html: html } });
  return children.length === 0
    ? createElement(tag, props)
    : createElement(tag, props, showAll(children, means));
}

// The trees' lists never change their order while they are shown.
const showAll = (children: readonly Markup[], means: Means) =>
  children.map((child, place) => createElement(Fragment, { key: place }, show(child, means)));

function handlersOf(
  { tag, attributes }: MarkupElement,
  { follow, onSubmit }: Means,
): Record<string, unknown> {
  const href = String(attributes.href ?? '');
  const isPage = href.startsWith('/') && !href.startsWith('/portal/');
  if (tag === 'a' && isPage) return { onClick: follow };
  if (tag === 'form' && onSubmit) {
    return {
      onSubmit: (event: FormEvent) => {
        event.preventDefault();
        onSubmit();
      },
    };
  }
  return {};
}
