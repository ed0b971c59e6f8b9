/** A webhook with a message, and one that is removed already. */
import type { PersonClient } from '../../support/person-client.ts';

export async function webhooksIn(maintainer: PersonClient, project: string, word: string) {
  const add = async () => {
    const input = { label: `To ${word}`, url: 'https://example.org/hook', kinds: ['group.opened'] };
    const address = `/projects/${project}/webhooks`;
    return (await maintainer.must(maintainer.post(address, input))).webhook.id as string;
  };
  const webhookId = await add();
  const { delivery } = await maintainer.must(maintainer.post(`/webhooks/${webhookId}/test`));
  const goneWebhookId = await add();
  await maintainer.must(maintainer.delete(`/webhooks/${goneWebhookId}`));
  return { webhookId, deliveryId: delivery.id as string, goneWebhookId };
}
