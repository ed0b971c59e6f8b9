/** Sentences a person picks from a menu instead of typing them. Each only sets the agent on the loop it knows. */
import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { documentId, remark, type Scope } from '../../contracts/index.ts';

interface Prompt {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Offered to a token with all of these. */
  readonly scopes: readonly Scope[];
  readonly arguments?: z.ZodObject;
  readonly text: (given: Readonly<Record<string, string | undefined>>) => string;
}

const PROMPTS: readonly Prompt[] = [
  {
    name: 'start_work',
    title: 'Start work',
    description: 'Take the next assignment and carry it to its verdict.',
    scopes: ['continue', 'submit'],
    text: () =>
      'Call the FlowGate tool `continue`. Read everything its assignment names, do the work, check it with `dry_run`, hand it in with `submit`, then call `await_verdict`. Follow `next` of each answer until one says "End here".',
  },
  {
    name: 'report_done',
    title: 'Report what is done',
    description: 'Hand in what was done, with a claim and evidence for each fact.',
    scopes: ['continue', 'submit'],
    text: () =>
      'Hand in what you have done through FlowGate. Call `continue` for the template and the criteria. Claim only what you observed, each claim with its evidence: the command with exit code and output, the test run, the commit, the diff. Check with `dry_run`, then `submit`, then `await_verdict`.',
  },
  {
    name: 'address_feedback',
    title: 'Address feedback',
    description: 'Answer every reason of the last verdict with a new revision.',
    scopes: ['read', 'submit'],
    arguments: z.strictObject({ document_id: documentId.optional().describe('Default: yours.') }),
    text: ({ document_id }) =>
      `A revision was requested${document_id === undefined ? '' : ` of ${document_id}`}. Call \`continue\` for the reasons. Do what each asks, or say in its response why not. Then call \`submit\` with the \`document_id\`, the whole new body and one entry in \`responses\` per \`reason_id\`, and \`await_verdict\`.`,
  },
  {
    name: 'ask_first',
    title: 'Ask first',
    description: 'Register open questions before working on a guess.',
    scopes: ['clarify'],
    arguments: z.strictObject({ about: remark.optional().describe('What is unclear.') }),
    text: ({ about }) =>
      `Before you go on, list what is unclear and decisive${about === undefined ? '' : ` about the following: ${about}`}. Register each question with the FlowGate tool \`clarify\`, with options where you see them: blocking if you cannot work without the answer, else with your assumption. Then wait with \`await_verdict\`.`,
  },
];

export function registerPrompts(server: McpServer, scopes: readonly Scope[]): void {
  for (const prompt of PROMPTS) {
    if (!prompt.scopes.every((scope) => scopes.includes(scope))) continue;
    const { name, title, description } = prompt;
    if (prompt.arguments === undefined) {
      server.registerPrompt(name, { title, description }, () => said(prompt.text({})));
    } else {
      server.registerPrompt(name, { title, description, argsSchema: prompt.arguments }, (given) =>
        said(prompt.text(given as Record<string, string | undefined>)),
      );
    }
  }
}

function said(text: string) {
  return { messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }] };
}
