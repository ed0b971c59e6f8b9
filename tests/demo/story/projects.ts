/** The two projects, with the standing instructions that every assignment in them carries. */
export const PROJECTS = [
  {
    slug: 'flowgate',
    title: 'FlowGate itself',
    instructions: `- Source runs unbuilt under Node 24: erasable TypeScript only, imports with \`.ts\`.
- Obey the import law: \`gate/\` imports nothing, doors never reach the store.
- Run \`pnpm check\` and the tests of what you touched before you report; name the commit.
- One idea a commit. No file over 250 lines.`,
  },
  {
    slug: 'storefront',
    title: 'Storefront',
    instructions: `- The shop is open: no migration may lock \`orders\` for longer than a second.
- Amounts are integers in the smallest unit of their currency, never floats.
- Customer data stays out of logs, fixtures and reports.`,
  },
] as const;
