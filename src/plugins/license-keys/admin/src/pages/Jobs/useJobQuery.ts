import { useMemo } from 'react';

import { useAuth } from '@strapi/strapi/admin';

import type { JobListQuery } from '../../../../shared/jobs';
import type { PageContext } from '../../../../shared/list';
import { useNow } from '../../hooks/useNow';
import { useListAddress, type UpdateAddress } from '../../list/useListAddress';
import { dayOf } from '../../utils/days';
import { createdIn } from '../LicenseKeys/hooks/listParams';

import { jobSortIn, readJobQuery, type JobParams } from './jobParams';

/** What the address says of the list of jobs. */
export const useJobQuery = (context: PageContext['data']) => {
  const { params, update } = useListAddress();
  const me = useAuth('useJobQuery', ({ user }) => String(user?.id ?? ''));
  const today = dayOf(useNow());

  return useMemo(
    () => ({
      query: readJobQuery(params, context, me, today) satisfies JobListQuery,
      sort: jobSortIn(params),
      /** The choice that `query.createdFrom` comes from, if it comes from one. */
      created: createdIn(params),
      update: update satisfies UpdateAddress<JobParams>,
    }),
    [params, context, me, today, update]
  );
};

export type JobQuery = ReturnType<typeof useJobQuery>;
