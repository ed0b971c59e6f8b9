/** Documents of the size that people write, so that the figures are about real work. */

const PARAGRAPH =
  'The shipping line is added in one place, after the sum of the order is known and before the invoice is made. ';

export const REQUIREMENT = `# Free shipping

${PARAGRAPH.repeat(10)}

## Acceptance criteria

1. An order of 50.01 EUR has no shipping line.
2. An order of 50.00 EUR has one.
`;

export const task = (more: object = {}) => ({
  title: 'Free shipping above 50 EUR',
  body: `## Goal\n\n${PARAGRAPH.repeat(15)}\n\n## Acceptance criteria\n\n1. An order of 50.01 EUR has no shipping line.\n`,
  ...more,
});

export const report = () => ({
  title: 'Free shipping, done',
  body: `## Result\n\n${PARAGRAPH.repeat(15)}\n`,
  claims: [
    {
      statement: 'An order of 50.01 EUR has no shipping line.',
      meets: ['R.1', 'T.1'],
      evidence: [
        { kind: 'command', command: 'node --test', exit_code: 0, output: '12 passed\n'.repeat(20) },
      ],
    },
  ],
});
