import { useCallback, useEffect, useRef } from 'react';

import { useAuth, useFetchClient } from '@strapi/strapi/admin';

import { PLUGIN_ID } from '../../../shared/permissions';

const UNAUTHORIZED = 401;

interface AuthorizedRequest {
  signal: AbortSignal;
  /** What is posted, a file as it is and anything else as JSON; without one, the request is a GET. */
  body?: object;
}

const contentOf = (body: object) =>
  body instanceof Blob
    ? { type: body.type || 'application/octet-stream', body }
    : { type: 'application/json', body: JSON.stringify(body) };

/** Strapi's types take `window.strapi` for the server's object of that name. */
const backendUrl = (): string => {
  const panel: object = window.strapi;
  return 'backendURL' in panel ? String(panel.backendURL) : '';
};

/**
 * Strapi's own client hands out an answer once all of it is there; this one while it comes in. The
 * session stays in the client's hands: a token that has expired is renewed by asking it for
 * something small.
 */
export const useAuthorizedFetch = () => {
  const { get } = useFetchClient();
  const token = useAuth('useAuthorizedFetch', (auth) => auth.token);
  const latestToken = useRef(token);
  useEffect(() => {
    latestToken.current = token;
  }, [token]);

  return useCallback(
    async (path: string, { signal, body }: AuthorizedRequest): Promise<Response> => {
      const content = body && contentOf(body);
      const send = () =>
        fetch(`${backendUrl()}${path}`, {
          signal,
          credentials: 'include',
          headers: {
            Authorization: `Bearer ${latestToken.current ?? ''}`,
            ...(content && { 'Content-Type': content.type }),
          },
          ...(content && { method: 'POST', body: content.body }),
        });

      const answer = await send();
      if (answer.status !== UNAUTHORIZED) return answer;
      await get(`/${PLUGIN_ID}/context`, { signal });
      return send();
    },
    [get]
  );
};
