import { auditLog } from './admin/audit-log';
import { bulk } from './admin/bulk';
import { catalog } from './admin/catalog';
import { devices } from './admin/devices';
import { exports } from './admin/exports';
import { forms } from './admin/forms';
import { generators } from './admin/generators';
import { imports } from './admin/imports';
import { jobs } from './admin/jobs';
import { licenses } from './admin/licenses';
import { previews } from './admin/previews';
import { signingKeys } from './admin/signing-keys';
import { views } from './admin/views';
import { activation } from './content-api/integrators/activation';
import { auditEntry } from './content-api/integrators/audit-entry';
import { customer } from './content-api/integrators/customer';
import { generator } from './content-api/integrators/generator';
import { job } from './content-api/integrators/job';
import { license } from './content-api/integrators/license';
import { licensing } from './content-api/licensing';

export const controllers = {
  // The admin page's.
  auditLog,
  bulk,
  catalog,
  devices,
  exports,
  forms,
  generators,
  imports,
  jobs,
  licenses,
  previews,
  signingKeys,
  views,
  // The content API's: their names and those of their actions are the scopes of API tokens.
  activation,
  'audit-entry': auditEntry,
  customer,
  generator,
  job,
  license,
  licensing,
};
