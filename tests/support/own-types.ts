/** A house's own types and presets, as a maintainer would send them, and agents who work with them. */
import type { AgentClient } from './agent-client.ts';
import type { Stage } from './stories.ts';

let projects = 0;

/** A project of its own with Grace as its maintainer, so that types of one test are none of another's. */
export async function ownProject({ admin }: Stage): Promise<string> {
  projects += 1;
  const project = `house${projects}`;
  await admin.createProject(project);
  await admin.must(admin.put(`/projects/${project}/members/grace`, { role: 'maintainer' }));
  return project;
}

interface Arranged {
  readonly version: number;
  readonly steps: readonly { readonly id: string; readonly type: string }[];
}

/** An agent in front of a sequence of these steps. */
export async function agentBefore(
  { gate, grace }: Stage,
  project: string,
  steps: object[],
): Promise<{ agent: AgentClient; groupId: string; sequence: Arranged }> {
  const { group, sequence } = await grace.openGroup(project, { preset: undefined, steps });
  const issued = await grace.issueToken({ project, group: group.id, kind: 'continuation' });
  return { agent: await gate.connect(issued.secret), groupId: group.id, sequence };
}

export const RISK_GUIDE = `# Risk note (RISK)

Says what could go wrong with a change, before it is made.

Fields: **\`level\`** and **\`owner\`** are required.
`;

export const RISK_TEMPLATE = `## What could go wrong

_One risk a paragraph._

## Acceptance criteria

1. _What must hold for the risk to be taken._
`;

/** A design step with required fields of several kinds. */
export const riskType = (more: object = {}) => ({
  code: 'RISK',
  series: 'design',
  names: { en: 'Risk note', ko: '위험 메모' },
  purposes: { en: 'Says what could go wrong.' },
  guides: { en: RISK_GUIDE },
  templates: { en: RISK_TEMPLATE },
  criteria_headings: { en: 'Acceptance criteria' },
  fields: {
    properties: {
      level: {
        type: 'string',
        title: 'Level',
        enum: ['low', 'high'],
        'x-texts': { ko: { title: '수준', options: ['낮음', '높음'] } },
      },
      owner: { type: 'string', maxLength: 60 },
      ticket: { type: 'string', maxLength: 20, pattern: '^[A-Z]+-[0-9]+$' },
      cases: {
        type: 'array',
        maxItems: 3,
        items: {
          type: 'object',
          properties: {
            name: { type: 'string', maxLength: 40 },
            likely: { type: 'boolean' },
          },
          required: ['name'],
        },
      },
    },
    required: ['level', 'owner'],
  },
  ...more,
});

export const ownPreset = (more: object = {}) => ({
  code: 'careful',
  names: { en: 'Careful' },
  descriptions: { en: 'Weigh the risk, then do it.' },
  root: 'R',
  steps: [{ type: 'RISK', note: 'Name three.' }, { type: 'T' }],
  ...more,
});
