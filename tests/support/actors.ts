import type { Actor } from '../../src/plugins/license-keys/server/src/domain/types';

export const ADMIN: Actor = {
  type: 'admin',
  id: '7',
  name: 'Ada Lovelace',
  ip: '192.0.2.7',
  requestId: 'request-7',
};
