import { ensureSecrets } from './lib/secrets.mjs';

ensureSecrets();
