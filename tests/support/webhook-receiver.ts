/** An address of the tests' own that takes messages of webhooks and checks their signatures as any receiver would. */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly id: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into it.
  readonly body: any;
  readonly genuine: boolean;
}

export interface WebhookReceiver {
  readonly url: string;
  readonly received: Received[];
  /** Answers with this status from now on. */
  answerWith(status: number): void;
  /** Checks signatures with this secret from now on. */
  trust(secret: string): void;
  /** Resolves with the first message that is so, past or to come. */
  first(wanted: (message: Received) => boolean): Promise<Received>;
  close(): Promise<void>;
}

export async function startReceiver(): Promise<WebhookReceiver> {
  const received: Received[] = [];
  const waiting = new Set<(message: Received) => void>();
  let status = 204;
  let trusted = '';
  const server = createServer(async (request, response) => {
    const text = await textOf(request);
    const id = String(request.headers['webhook-id']);
    const message = { id, body: JSON.parse(text), genuine: isGenuine(request, text, trusted) };
    received.push(message);
    response.writeHead(status).end();
    for (const tell of waiting) tell(message);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answerWith: (next) => {
      status = next;
    },
    trust: (secret) => {
      trusted = secret;
    },
    first: (wanted) =>
      new Promise((resolve) => {
        const past = received.find(wanted);
        if (past !== undefined) return resolve(past);
        const tell = (message: Received) => {
          if (!wanted(message)) return;
          waiting.delete(tell);
          resolve(message);
        };
        waiting.add(tell);
      }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** As the Standard Webhooks specification says a receiver should. */
function isGenuine({ headers }: IncomingMessage, text: string, secret: string): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`;
  const signature = createHmac('sha256', key).update(signed).digest('base64');
  return headers['webhook-signature'] === `v1,${signature}`;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
