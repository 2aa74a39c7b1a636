import { useMemo } from 'react';

import { useRBAC, type Permission } from '@strapi/strapi/admin';

const EXPLORER = 'plugin::content-manager.explorer';

/** What the Content Manager lets the administrator do with entries of a type, and where. */
export const useContentManager = (uid: string) => {
  const permissions = useMemo(
    (): Permission[] =>
      ['read', 'create'].map((verb) => ({ action: `${EXPLORER}.${verb}`, subject: uid })),
    [uid]
  );
  const { allowedActions } = useRBAC(permissions);
  const path = `/content-manager/collection-types/${uid}`;

  return {
    createPath: allowedActions.canCreate ? `${path}/create` : undefined,
    pathOf: (documentId: string): string | undefined =>
      allowedActions.canRead ? `${path}/${documentId}` : undefined,
  };
};

export type ContentManager = ReturnType<typeof useContentManager>;
