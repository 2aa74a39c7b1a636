import type { Core } from '@strapi/strapi';

import { UID } from '../uids';

interface Layout {
  mainField: string;
  list: string[];
  /** Rows of the form, each of fields and their widths out of 12. */
  edit: [name: string, size: number][][];
}

const LAYOUTS: Record<string, Layout> = {
  [UID.product]: {
    mainField: 'name',
    list: ['name', 'slug', 'environment', 'active'],
    edit: [
      [
        ['name', 6],
        ['slug', 6],
      ],
      [
        ['environment', 6],
        ['active', 6],
      ],
      [['description', 12]],
      [
        ['features', 6],
        ['metadata', 6],
      ],
    ],
  },
  [UID.customer]: {
    mainField: 'email',
    list: ['name', 'email', 'company', 'environment'],
    edit: [
      [
        ['name', 6],
        ['email', 6],
      ],
      [
        ['company', 6],
        ['environment', 6],
      ],
      [['metadata', 12]],
    ],
  },
  [UID.generator]: {
    mainField: 'name',
    list: ['name', 'type', 'product', 'environment', 'active'],
    edit: [
      [
        ['name', 6],
        ['active', 6],
      ],
      [
        ['product', 6],
        ['environment', 6],
      ],
      [
        ['type', 6],
        ['activationLimit', 6],
      ],
      [
        ['format', 6],
        ['validity', 6],
      ],
      [
        ['features', 6],
        ['metadata', 6],
      ],
    ],
  },
};

interface Configuration {
  settings: Record<string, unknown>;
  metadatas: Record<string, unknown>;
}

interface ContentTypesService {
  findContentType: (uid: string) => unknown;
  findConfiguration: (contentType: unknown) => Promise<Configuration>;
  updateConfiguration: (contentType: unknown, configuration: object) => Promise<unknown>;
}

/** Arranges the Content Manager's screens once; what an administrator changes later stays. */
export const arrangeOnce = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const store = strapi.store({ type: 'plugin', name: 'license-keys' });
  if (await store.get({ key: 'layouts' })) {
    return;
  }
  const service = strapi.plugin('content-manager').service<ContentTypesService>('content-types');
  for (const [uid, { mainField, list, edit }] of Object.entries(LAYOUTS)) {
    const contentType = service.findContentType(uid);
    const { settings, metadatas } = await service.findConfiguration(contentType);
    await service.updateConfiguration(contentType, {
      settings: { ...settings, mainField, defaultSortBy: 'name', defaultSortOrder: 'ASC' },
      metadatas,
      layouts: { list, edit: edit.map((row) => row.map(([name, size]) => ({ name, size }))) },
    });
  }
  await store.set({ key: 'layouts', value: true });
};
