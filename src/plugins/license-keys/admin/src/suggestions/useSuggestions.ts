import { useEffect, useMemo } from 'react';

import { useLazyGetLicenseKeySuggestionsQuery } from '../services/suggestions';

import { toSuggestions, type Suggestion } from './suggestion';

const DELAY = 200;
const NONE: Suggestion[] = [];

/**
 * Licenses, customers and products of an environment that have a text; asks once the typing pauses
 * and cancels what is outdated. Until the next answer is there, the last one stays if it is akin.
 */
export const useSuggestions = (environment: string, text: string) => {
  const [ask, { data, error, isFetching }] = useLazyGetLicenseKeySuggestionsQuery();
  const _q = text.trim();

  useEffect(() => {
    if (_q === '') return undefined;
    let request: ReturnType<typeof ask> | undefined;
    const timer = setTimeout(() => {
      request = ask({ environment, _q });
    }, DELAY);
    return () => {
      clearTimeout(timer);
      request?.abort();
    };
  }, [ask, environment, _q]);

  const asked = data?.query.environment === environment ? data.query._q : '';
  const isAnswered = asked === _q && !isFetching;
  const isAkin = asked !== '' && _q !== '' && (asked.startsWith(_q) || _q.startsWith(asked));
  const found = isAkin ? data?.found : undefined;

  return {
    suggestions: useMemo(() => (found ? toSuggestions(found) : NONE), [found]),
    isAnswered,
    error: error?.name === 'AbortError' ? undefined : error,
  };
};
