/** People and agents who try things in groups through the real actions, on one process or another of the same database. */
import { perform } from '../../mcp-server/src/actions/action.ts';
import { seedShipped } from '../../mcp-server/src/actions/projects/seed-shipped.ts';
import { issueToken } from '../../mcp-server/src/actions/tokens/issue-token.ts';
import { openGroup } from '../../mcp-server/src/actions/workflow/open-group.ts';
import type { Dependencies } from '../../mcp-server/src/dependencies.ts';
import { authenticateAgent } from '../../mcp-server/src/identity/agent-tokens.ts';
import { DEEDS, pick, type Verb } from './deeds.ts';
import { callBy, type House, openHouse } from './house.ts';
import { addPerson, addProject } from './people.ts';
import { REQUIREMENT } from './person-client.ts';

export interface Tried {
  /** A restart is another process that takes over; the one before may still be at work. */
  readonly verb: Verb | 'restart';
  readonly who: number;
  readonly what: number;
}

export interface CrowdedGroup {
  readonly id: string;
  /** Whatever the gate says to it; only a defect is thrown. */
  tries(tried: Tried): Promise<void>;
  /** Of all that happened. */
  kinds(): Promise<string[]>;
}

export interface Crowd {
  readonly house: House;
  openGroup(unattended: boolean): Promise<CrowdedGroup>;
  close(): Promise<void>;
}

/** Connections are few: only some restarts open new ones. */
const RESTARTS_THAT_OPEN = 4;

export async function openCrowd(): Promise<Crowd> {
  const house = await openHouse();
  await seedShipped(house);
  await addProject(house, 'shop');
  const grace = await addPerson(house, 'grace', { roles: { shop: 'maintainer' } });
  const rita = await addPerson(house, 'rita', { roles: { shop: 'reviewer' } });
  const walt = await addPerson(house, 'walt', { roles: { shop: 'author' } });
  const people = [grace, rita, walt];
  let here: Dependencies = house;
  let serial = 0;

  async function openCrowded(unattended: boolean): Promise<CrowdedGroup> {
    const root = { type: 'R', title: 'Free shipping', body: REQUIREMENT };
    const opened = { project: 'shop', title: 'Free shipping', preset: 'simple', root };
    const { id } = (await perform(openGroup, house, callBy(grace), opened)).group;
    const issue = async (more: object) => {
      const asked = { project: 'shop', group: id, ...more };
      const { token, secret } = await perform(issueToken, house, callBy(grace), asked);
      return { id: token.id, secret };
    };
    const scopes = ['read', 'submit', 'clarify', 'continue', 'plan'];
    const mode = unattended ? 'unattended' : 'supervised';
    const stepToken = await issue({ kind: 'step' });
    const tokens = [
      await issue({ kind: 'continuation', mode, scopes }),
      stepToken,
      await issue({ kind: 'continuation', scopes }),
    ];

    async function tries({ verb, who, what }: Tried): Promise<void> {
      serial += 1;
      if (verb === 'restart') {
        if (serial % RESTARTS_THAT_OPEN === 0) here = await house.secondProcess();
        return;
      }
      const agent = await authenticateAgent(here, pick(tokens, who)?.secret);
      await DEEDS[verb]({
        ...{ here, agent, what, serial },
        ...{ groupId: id, maintainer: grace, stepTokenId: stepToken.id },
        person: pick(people, who) ?? grace,
      });
    }

    return {
      id,
      tries: async (tried) => {
        try {
          await tries(tried);
        } catch (error) {
          // A refusal, a fault, a dead token: that is what the gate is for. Anything else is a defect.
          if (!(error instanceof Error && error.name === 'Problem')) throw error;
        }
      },
      kinds: async () => {
        const events = await house.database.reader.event.findMany({ where: { groupId: id } });
        return events.map(({ kind }) => kind);
      },
    };
  }

  return { house, openGroup: openCrowded, close: () => house.close() };
}
