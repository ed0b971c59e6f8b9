import { expect, test } from 'vitest';
import { eventIdOf, positionsOfEventId } from './event-id.ts';

test('an id leads back to the positions it was made of', () => {
  const positions = new Map([
    ['shop', 12],
    ['bank', 0],
  ]);
  expect(positionsOfEventId(eventIdOf(positions))).toEqual(positions);
});

test.each([
  '',
  'nonsense',
  '!!',
  Buffer.from('{"shop": -1}').toString('base64url'),
  Buffer.from('{"shop": "1"}').toString('base64url'),
  Buffer.from('[1]').toString('base64url'),
  'A'.repeat(10_000),
])('"%.20s" is no id', (id) => {
  expect(positionsOfEventId(id)).toBeNull();
});
