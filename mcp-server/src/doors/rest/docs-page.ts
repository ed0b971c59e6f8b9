/** `/api/docs`: every address on one page, from the same rows. No script, so the strictest policy holds. */
import type { RequestHandler } from 'express';
import type { Route } from './route.ts';

export function docsPage(routes: readonly Route[]): RequestHandler {
  const rows = routes
    .map(
      ({ method, path, action, status }) =>
        `<tr><td>${method.toUpperCase()}</td><td><code>/api/v1${path}</code></td><td>${action.name}</td><td>${action.permission}</td><td>${status}</td></tr>`,
    )
    .join('\n');
  const page = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>FlowGate REST</title>
<h1>FlowGate REST</h1>
<p>The whole contract: <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>. Events: <code>GET /api/v1/events</code> (server-sent).</p>
<table><thead><tr><th>Method</th><th>Address</th><th>Action</th><th>Permission</th><th>Success</th></tr></thead>
<tbody>
${rows}
</tbody></table></html>
`;
  return (_request, response) => void response.type('html').send(page);
}
