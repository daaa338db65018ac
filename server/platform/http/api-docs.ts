import type { FastifyInstance } from 'fastify';
import { escapeHtml } from '../html/escape-html.ts';

interface Described {
  paths?: Record<string, Record<string, Operation>>;
}
interface Operation {
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content?: Record<string, { schema?: unknown }> };
  responses?: Record<string, { content?: Record<string, { schema?: unknown }> }>;
}

/**
 * The API's description for programs, and the same as a plain page for people: no script, so the
 * strict content policy holds. On the console's host only.
 */
export function registerApiDocs(app: FastifyInstance): void {
  app.get('/api/openapi.json', { schema: { hide: true } }, (request, reply) =>
    request.audience.kind === 'console' ? reply.send(app.swagger()) : reply.callNotFound(),
  );
  app.get('/api/docs', { schema: { hide: true } }, (request, reply) =>
    request.audience.kind === 'console'
      ? reply.type('text/html; charset=utf-8').send(docsPage(app.swagger() as Described))
      : reply.callNotFound(),
  );
}

function docsPage({ paths = {} }: Described): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );
  const areas = Map.groupBy(operations, ({ tags }) => tags?.[0] ?? 'other');
  const links = [...areas.keys()].map((area) => `<a href="#${area}">${escapeHtml(area)}</a>`);
  const sections = [...areas].map(
    ([area, list]) =>
      `<section id="${escapeHtml(area)}"><h2>${escapeHtml(area)}</h2>${list.map(operationOf).join('')}</section>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Portico API</title><style>${STYLE}</style></head>
<body><main><h1>Portico API</h1>
<p>The API that the console itself uses. Sign in to the console, or send
<code>Authorization: Bearer &lt;API key&gt;</code> (Admin &gt; API keys). For programs:
<a href="/api/openapi.json">openapi.json</a>.</p>
<nav aria-label="Areas">${links.join(' ')}</nav>${sections.join('')}</main></body></html>`;
}

type Listed = Operation & { path: string; method: string };

function operationOf({ path, method, ...operation }: Listed): string {
  const parameters = (operation.parameters ?? []).map(
    (parameter) =>
      `<li><code>${escapeHtml(parameter.name)}</code> (${escapeHtml(parameter.in)}${parameter.required ? ', required' : ''})</li>`,
  );
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const answers = Object.entries(operation.responses ?? {}).map(([status, { content }]) => {
    const schema = Object.values(content ?? {})[0]?.schema;
    return `<p>Answers ${escapeHtml(status)}${schema ? ':' : ' without content.'}</p>${schemaOf(schema)}`;
  });
  return `<details><summary><b>${method.toUpperCase()}</b> <code>${escapeHtml(path)}</code>
${escapeHtml(operation.summary ?? '')}</summary><p>${escapeHtml(operation.description ?? '')}</p>
${parameters.length > 0 ? `<ul>${parameters.join('')}</ul>` : ''}
${body ? `<p>Takes:</p>${schemaOf(body)}` : ''}${answers.join('')}</details>`;
}

const schemaOf = (schema: unknown) =>
  schema ? `<pre>${escapeHtml(JSON.stringify(schema, null, 2))}</pre>` : '';

const STYLE = `:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;margin:0}
main{max-width:60rem;margin:0 auto;padding:1rem}summary{cursor:pointer;padding:.4rem 0}
b{display:inline-block;min-width:4.5rem}nav a{display:inline-block;margin:0 .75rem .5rem 0}
pre{overflow:auto;padding:.75rem;border:1px solid GrayText;border-radius:6px;font-size:13px}`;
