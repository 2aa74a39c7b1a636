import { permitted } from './permitted';

export const policies = { permitted };
