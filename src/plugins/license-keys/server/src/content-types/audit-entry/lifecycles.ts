import { ruleBroken } from '../../errors';
import type { Hooks } from '../lifecycle';

const refuse = (): never => {
  throw ruleBroken(
    'APPEND_ONLY',
    'The audit trail is append-only, and only a change of a license appends to it.'
  );
};

export const auditEntryLifecycles = (): Hooks => ({
  beforeCreate: refuse,
  beforeCreateMany: refuse,
  beforeUpdate: refuse,
  beforeUpdateMany: refuse,
  beforeDelete: refuse,
  beforeDeleteMany: refuse,
});
