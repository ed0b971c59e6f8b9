/** The address that the webhook of the story tells: a chat of the team that was restarting when the first message came. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const RESTARTING = 503;
const TAKEN = 204;

export interface TeamChat {
  readonly url: string;
  close(): Promise<void>;
}

export async function startTeamChat(): Promise<TeamChat> {
  let heard = 0;
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      response.writeHead(heard === 0 ? RESTARTING : TAKEN).end();
      heard += 1;
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/reviewers`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
