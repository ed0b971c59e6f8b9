/** Every address of `/api/v1` and the action behind it: a table for each of what they are about. */
import { accountsRoutes } from './accounts-routes.ts';
import { agentsRoutes } from './agents-routes.ts';
import { auditRoutes } from './audit-routes.ts';
import { definitionRoutes } from './definition-routes.ts';
import { evidenceRoutes } from './evidence-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { projectsRoutes } from './projects-routes.ts';
import { reviewRoutes } from './review-routes.ts';
import type { Route } from './route.ts';
import { webhooksRoutes } from './webhooks-routes.ts';
import { workRoutes } from './work-routes.ts';

export const routes: readonly Route[] = [
  ...peopleRoutes,
  ...accountsRoutes,
  ...projectsRoutes,
  ...definitionRoutes,
  ...workRoutes,
  ...auditRoutes,
  ...webhooksRoutes,
  ...agentsRoutes,
  ...reviewRoutes,
  ...evidenceRoutes,
];
