/** Resources and prompts of every form. */
import { completable, type McpServer, ResourceTemplate } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { PNG } from './plain-tools.ts';

export function registerReading(server: McpServer): void {
  const plain = { title: 'For tests', mimeType: 'text/plain' };
  for (const name of ['static-text', 'watched-resource']) {
    const uri = `test://${name}`;
    server.registerResource(name, uri, plain, () => ({
      contents: [{ uri, mimeType: 'text/plain', text: 'This is the content.' }],
    }));
  }
  const binary = { title: 'For tests', mimeType: 'image/png' };
  server.registerResource('static-binary', 'test://static-binary', binary, () => ({
    contents: [{ uri: 'test://static-binary', mimeType: 'image/png', blob: PNG }],
  }));
  server.registerResource(
    'template',
    new ResourceTemplate('test://template/{id}/data', { list: undefined }),
    { title: 'For tests', mimeType: 'application/json' },
    (uri, { id }) => ({
      contents: [
        {
          uri: uri.href,
          mimeType: 'application/json',
          text: JSON.stringify({ id, templateTest: true, data: `Data for ID: ${id}` }),
        },
      ],
    }),
  );
  registerPrompts(server);
}

function registerPrompts(server: McpServer): void {
  const said = (...content: Parameters<typeof message>[0][]) => ({
    messages: content.map(message),
  });
  server.registerPrompt('test_simple_prompt', { description: 'Says one thing.' }, () =>
    said({ type: 'text', text: 'This is a simple prompt for testing.' }),
  );
  server.registerPrompt(
    'test_prompt_with_arguments',
    {
      description: 'Says what it was given.',
      argsSchema: z.object({
        arg1: completable(z.string(), (typed) =>
          ['test', 'text'].filter((one) => one.startsWith(typed)),
        ),
        arg2: z.string(),
      }),
    },
    ({ arg1, arg2 }) =>
      said({ type: 'text', text: `Prompt with arguments: arg1='${arg1}', arg2='${arg2}'` }),
  );
  server.registerPrompt(
    'test_prompt_with_embedded_resource',
    {
      description: 'Brings a resource.',
      argsSchema: z.object({ resourceUri: z.string() }),
    },
    ({ resourceUri }) =>
      said(
        {
          type: 'resource',
          resource: { uri: resourceUri, mimeType: 'text/plain', text: 'Embedded.' },
        },
        { type: 'text', text: 'Please process the resource above.' },
      ),
  );
  server.registerPrompt('test_prompt_with_image', { description: 'Brings an image.' }, () =>
    said(
      { type: 'image', data: PNG, mimeType: 'image/png' },
      { type: 'text', text: 'Please look at the image above.' },
    ),
  );
}

type Content =
  | { type: 'text'; text: string }
  | { type: 'image'; data: string; mimeType: string }
  | { type: 'resource'; resource: { uri: string; mimeType: string; text: string } };

function message(content: Content) {
  return { role: 'user' as const, content };
}
