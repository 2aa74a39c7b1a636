import { closed } from '../closed';
import type { Hooks } from '../lifecycle';

export const auditEntryLifecycles = (): Hooks =>
  closed(
    'APPEND_ONLY',
    'The audit trail is append-only, and only a change of a license appends to it.'
  );
