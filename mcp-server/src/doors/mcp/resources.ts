/** What a client may attach by address. Everything here is reachable through the tool `read` too: many clients know no resources. */
import {
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  ResourceTemplate,
} from '@modelcontextprotocol/server';
import { perform } from '../../actions/action.ts';
import { findDocuments } from '../../actions/documents/find-documents.ts';
import { readAnything } from '../../actions/documents/read-anything.ts';
import { readRevision } from '../../actions/documents/read-revision.ts';
import { listTypes } from '../../actions/projects/list-types.ts';
import { readType } from '../../actions/projects/read-type.ts';
import { PAGE_ITEMS_MAX } from '../../contracts/index.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { AnyAction } from '../any-action.ts';
import { problemOf } from '../problem-of.ts';
import type { AgentCall } from './mcp-call.ts';
import { errorText } from './tool-error.ts';

/** The protocol takes no more in one answer. */
const COMPLETIONS_MAX = 100;
const JSON_TYPE = 'application/json';

type Names = Readonly<Record<string, string | string[]>>;

export function registerResources(
  server: McpServer,
  dependencies: Dependencies,
  call: AgentCall,
): void {
  const { token } = call.caller;
  if (!token.scopes.includes('read')) return;
  const ask = async <T>(action: AnyAction, input: object, uri = ''): Promise<T> => {
    try {
      return (await perform(action, dependencies, call, input)) as T;
    } catch (error) {
      throw protocolErrorOf(error, uri, dependencies, call);
    }
  };

  /** The answer of an action as the content of an address. */
  const content = async ({ href: uri }: URL, action: AnyAction, input: object) => {
    const text = JSON.stringify(await ask(action, input, uri));
    return { contents: [{ uri, mimeType: JSON_TYPE, text }] };
  };

  const found = async (query: string): Promise<{ id: string; title: string }[]> => {
    const input = { limit: PAGE_ITEMS_MAX, ...(query === '' ? {} : { query }) };
    const { items } = await ask<{ items: { id: string; title: string }[] }>(findDocuments, input);
    return items;
  };
  const documentIds = async (typed: string) =>
    (await found(typed)).map(({ id }) => id).slice(0, COMPLETIONS_MAX);
  const groupIds = async (typed: string) => {
    const groups = (await found(typed)).map(({ id }) => id.slice(0, id.lastIndexOf('.')));
    return [...new Set(groups)].slice(0, COMPLETIONS_MAX);
  };
  const typeCodes = async (typed: string) => {
    const { types } = await ask<{ types: { code: string }[] }>(listTypes, {});
    return types.map(({ code }) => code).filter((code) => code.startsWith(typed.toUpperCase()));
  };

  server.registerResource(
    'types',
    'flowgate://types',
    {
      title: 'Document types',
      description: 'What kinds of document there are.',
      mimeType: JSON_TYPE,
    },
    (uri) => content(uri, listTypes, {}),
  );
  server.registerResource(
    'type',
    new ResourceTemplate('flowgate://types/{code}', {
      list: undefined,
      complete: { code: typeCodes },
    }),
    {
      title: 'A document type',
      description: 'What it means, its fields, template and guide, and what follows it.',
      mimeType: JSON_TYPE,
    },
    (uri, names) => content(uri, readType, { code: only(names, 'code') }),
  );
  server.registerResource(
    'group',
    new ResourceTemplate('flowgate://groups/{id}', {
      list: undefined,
      complete: { id: groupIds },
    }),
    { title: 'A group', description: 'Its steps and documents.', mimeType: JSON_TYPE },
    (uri, names) => content(uri, readAnything, { id: only(names, 'id') }),
  );
  server.registerResource(
    'document',
    new ResourceTemplate('flowgate://documents/{id}', {
      list: async () => ({
        resources: (await found('')).map(({ id, title }) => ({
          uri: `flowgate://documents/${id}`,
          name: id,
          title,
        })),
      }),
      complete: { id: documentIds },
    }),
    { title: 'A document', description: 'Its state and its text.', mimeType: JSON_TYPE },
    (uri, names) => content(uri, readAnything, { id: only(names, 'id'), part: 'body' }),
  );
  server.registerResource(
    'revision',
    new ResourceTemplate('flowgate://documents/{id}/revisions/{n}', {
      list: undefined,
      complete: { id: documentIds },
    }),
    { title: 'A revision', description: 'One immutable text of a document.', mimeType: JSON_TYPE },
    (uri, names) =>
      content(uri, readRevision, { document_id: only(names, 'id'), revision: only(names, 'n') }),
  );
}

function only(names: Names, name: string): string {
  const value = names[name];
  // No id of ours needs encoding, so nothing is decoded.
  return typeof value === 'string' ? value : '';
}

/** What isn't there, what is foreign and what is no id at all look the same. */
function protocolErrorOf(
  error: unknown,
  uri: string,
  dependencies: Dependencies,
  { say, requestId }: AgentCall,
): Error {
  const problem = problemOf(error, dependencies, requestId);
  if (['not_found', 'input_invalid', 'not_permitted'].includes(problem.code)) {
    return new ResourceNotFoundError(uri);
  }
  return new ProtocolError(ProtocolErrorCode.InternalError, errorText(problem, say, requestId));
}
