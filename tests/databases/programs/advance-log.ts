/**
 * Advances a project's log the given number of times, and records each position it reached as an event. After each
 * transaction that was acknowledged it prints that position.
 */
import { openDatabase } from '@flowgate/database';

const [url = '', name = '', times = '0'] = process.argv.slice(2);
const database = await openDatabase(url);
const projectId = 'shop';
for (let done = 0; done < Number(times); done += 1) {
  const position = await database.inTransaction(async (transaction) => {
    await transaction.projectLog.updateMany({
      where: { projectId },
      data: { position: { increment: 1 } },
    });
    const log = await transaction.projectLog.findUniqueOrThrow({ where: { projectId } });
    await transaction.event.create({
      data: {
        projectId,
        position: log.position,
        kind: 'counted',
        at: new Date(),
        actorKind: 'system',
        actorId: name,
        actorName: name,
        details: '{}',
        previousHash: '',
        hash: '',
      },
    });
    return log.position;
  });
  console.log(position);
}
await database.close();
