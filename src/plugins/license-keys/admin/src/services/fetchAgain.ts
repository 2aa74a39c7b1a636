import { adminApi, type StrapiApp } from '@strapi/strapi/admin';

type Middleware = ReturnType<Parameters<StrapiApp['addMiddlewares']>[0][number]>;

interface QueryArg {
  queryCacheKey: string;
  endpointName: string;
  originalArgs: unknown;
}

interface ApiAction {
  type: string;
  meta?: { arg: QueryArg; condition?: boolean };
}

type Initiate = (args: unknown, options: object) => unknown;

/** What the types of a middleware do not say of Strapi's store. */
interface Store {
  dispatch: (thunk: unknown) => void;
  getState: () => { adminApi: { queries: Record<string, { status: string } | undefined> } };
}

const OURS = /^[a-z]+LicenseKey/;
const { reducerPath, util, endpoints } = adminApi;
const CHANGES = [`${reducerPath}/executeMutation/fulfilled`, util.invalidateTags([]).type];
const SETTLED = new RegExp(`^${reducerPath}/executeQuery/(fulfilled|rejected)$`);

/**
 * What a change puts out of date is fetched anew, but RTK Query 1 forgets what is being fetched at that moment,
 * and its answer may be from before the change: that is fetched once more.
 */
export const fetchAgain = (): Middleware => (store) => {
  const { dispatch, getState } = store as unknown as Store;
  const outdated = new Set<string>();

  return (next) => (action: ApiAction) => {
    if (CHANGES.includes(action.type)) {
      for (const [key, query] of Object.entries(getState().adminApi.queries)) {
        if (OURS.test(key) && query?.status === 'pending') outdated.add(key);
      }
    }
    const result: unknown = next(action);
    const { arg, condition = false } = action.meta ?? {};
    // With the condition, the request was not even made: one is under way already.
    if (arg && !condition && SETTLED.test(action.type) && outdated.delete(arg.queryCacheKey)) {
      const { initiate } =
        (endpoints as Record<string, { initiate: Initiate } | undefined>)[arg.endpointName] ?? {};
      dispatch(initiate?.(arg.originalArgs, { subscribe: false, forceRefetch: true }));
    }
    return result;
  };
};
