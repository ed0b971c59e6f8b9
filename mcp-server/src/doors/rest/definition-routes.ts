/** What documents and sequences are made after: types and presets. Without `project` the installation's. */
import { createPreset } from '../../actions/presets/create-preset.ts';
import { deletePreset } from '../../actions/presets/delete-preset.ts';
import { readPreset } from '../../actions/presets/read-preset.ts';
import { updatePreset } from '../../actions/presets/update-preset.ts';
import { listPresets } from '../../actions/projects/list-presets.ts';
import { listTypes } from '../../actions/projects/list-types.ts';
import { readType } from '../../actions/projects/read-type.ts';
import { createType } from '../../actions/types/create-type.ts';
import { deleteType } from '../../actions/types/delete-type.ts';
import { listTypeDefinitions } from '../../actions/types/list-type-definitions.ts';
import { listTypeVersions } from '../../actions/types/list-type-versions.ts';
import { readTypeDefinition } from '../../actions/types/read-type-definition.ts';
import { updateType } from '../../actions/types/update-type.ts';
import { HTTP } from '../http-status.ts';
import { type Route, route } from './route.ts';

const CREATED = { status: HTTP.created };

export const definitionRoutes: readonly Route[] = [
  route('get', '/types', listTypes),
  route('post', '/types', createType, CREATED),
  // No type's code: those are capitals.
  route('get', '/types/definitions', listTypeDefinitions),
  route('get', '/types/:code', readType),
  route('patch', '/types/:code', updateType),
  route('delete', '/types/:code', deleteType),
  route('get', '/types/:code/definition', readTypeDefinition),
  route('get', '/types/:code/versions', listTypeVersions),

  route('get', '/presets', listPresets),
  route('post', '/presets', createPreset, CREATED),
  route('get', '/presets/:code', readPreset),
  route('patch', '/presets/:code', updatePreset),
  route('delete', '/presets/:code', deletePreset),
];
