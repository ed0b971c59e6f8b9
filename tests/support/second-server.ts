/** Another server on the database of a running gate, as a second process would be: own connections, own doors. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runDueTimers } from '../../mcp-server/src/actions/timers/run-due-timers.ts';
import { buildApp } from '../../mcp-server/src/app.ts';
import { buildDependencies } from '../../mcp-server/src/build-dependencies.ts';
import { startTimers } from '../../mcp-server/src/start-timers.ts';
import { AgentClient, type Era } from './agent-client.ts';
import { type Gate, PASSWORD } from './gate.ts';
import { PersonClient } from './person-client.ts';

export interface SecondServer {
  readonly url: string;
  connect(secret: string, era?: Era): Promise<AgentClient>;
  signedIn(username: string): Promise<PersonClient>;
  stop(): Promise<void>;
}

export async function startSecondServer(gate: Gate): Promise<SecondServer> {
  const { config, clock } = gate.dependencies;
  const dependencies = await buildDependencies({ ...config, logLevel: 'silent' }, { clock });
  const app = await buildApp(dependencies);
  const server = createServer(app.express);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const agents: AgentClient[] = [];
  const stopTimers = startTimers(
    () => runDueTimers(dependencies),
    (error) => console.error(error),
  );
  return {
    url,
    connect: async (secret, era = 'modern') => {
      const agent = await AgentClient.connect(url, secret, era);
      agents.push(agent);
      return agent;
    },
    signedIn: async (username) => {
      const person = new PersonClient(url, username);
      await person.must(person.signIn(PASSWORD));
      return person;
    },
    stop: async () => {
      await Promise.allSettled(agents.map((agent) => agent.close()));
      await stopTimers();
      const closed = new Promise((resolve) => server.close(resolve));
      await app.stop();
      server.closeAllConnections();
      await closed;
      await dependencies.close();
    },
  };
}
