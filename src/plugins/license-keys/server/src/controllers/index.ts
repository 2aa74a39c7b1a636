import { forms } from './admin/forms';
import { licenses } from './admin/licenses';
import { previews } from './admin/previews';
import { licensing } from './content-api/licensing';

export const controllers = { forms, licenses, licensing, previews };
