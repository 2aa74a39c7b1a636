import { exports } from './admin/exports';
import { forms } from './admin/forms';
import { jobs } from './admin/jobs';
import { licenses } from './admin/licenses';
import { previews } from './admin/previews';
import { views } from './admin/views';
import { licensing } from './content-api/licensing';

export const controllers = { exports, forms, jobs, licenses, licensing, previews, views };
