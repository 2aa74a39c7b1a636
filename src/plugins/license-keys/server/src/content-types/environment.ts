import { DEFAULT_ENVIRONMENTS } from '../config';

/** The environment of a row; `register` replaces the choices by the configured ones. */
export const environmentAttribute = {
  type: 'enumeration',
  enum: DEFAULT_ENVIRONMENTS,
  required: true,
};

/** Types that only the plugin's own pages and use cases write. */
export const HIDDEN = {
  'content-manager': { visible: false },
  'content-type-builder': { visible: false },
};

/** Types that the Content Manager edits; their schema is the plugin's. */
export const EDITABLE = {
  'content-manager': { visible: true },
  'content-type-builder': { visible: false },
};
