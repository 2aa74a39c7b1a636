import { licenses } from './admin/licenses';
import { licensing } from './content-api/licensing';

export const controllers = { licenses, licensing };
