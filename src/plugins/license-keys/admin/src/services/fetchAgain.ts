import { adminApi, type StrapiApp } from '@strapi/strapi/admin';

type Middleware = ReturnType<Parameters<StrapiApp['addMiddlewares']>[0][number]>;

type RunningQueries = ReturnType<typeof adminApi.util.getRunningQueriesThunk>;

/** What the type of a middleware does not say of Strapi's store. */
interface Store {
  dispatch: (thunk: RunningQueries) => ReturnType<RunningQueries>;
  getState: () => { adminApi: { queries: Record<string, { status: string } | undefined> } };
}

const OURS = /^[a-z]+LicenseKey/;
const MUTATED = `${adminApi.reducerPath}/executeMutation/fulfilled`;
const INVALIDATED = adminApi.util.invalidateTags([]).type;

/**
 * What a change puts out of date is fetched anew, but RTK Query 1 forgets what is being fetched at that moment,
 * and its answer may be from before the change: that is fetched once more.
 */
export const fetchAgain = (): Middleware => (store) => (next) => (action: { type: string }) => {
  if (action.type === MUTATED || action.type === INVALIDATED) {
    const { dispatch, getState } = store as unknown as Store;
    const { queries } = getState().adminApi;
    for (const query of dispatch(adminApi.util.getRunningQueriesThunk())) {
      const { queryCacheKey } = query;
      if (OURS.test(queryCacheKey) && queries[queryCacheKey]?.status === 'pending') {
        void query.then(() => query.refetch());
      }
    }
  }
  return next(action) as unknown;
};
