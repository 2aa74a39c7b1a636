import type { ReactNode } from 'react';

import { Flex } from '@strapi/design-system';

import { CUSTOMER_UID, PRODUCT_UID } from '../../../shared/catalog';
import { TextLink } from '../components/TextLink';
import { useAllowedVerbs } from '../hooks/useAllowedVerbs';
import type { TranslationKey } from '../i18n/getTranslation';
import { useTranslate } from '../i18n/useTranslate';
import { listPath, subPagePath } from '../utils/listPath';

/** What the Content Manager tells a panel beside its form. */
interface PanelProps {
  model: string;
  documentId?: string;
  document?: { environment?: unknown };
}

/** By content type: how the lists filter by an entry of it, and what the link to its licenses says. */
const KINDS: Record<string, { filter: 'customer' | 'product'; label: TranslationKey } | undefined> =
  {
    [CUSTOMER_UID]: { filter: 'customer', label: 'panel.customer' },
    [PRODUCT_UID]: { filter: 'product', label: 'panel.product' },
  };

/** From a customer or a product, as the Content Manager shows it, back to the licenses and devices. */
export const LicensesPanel = ({
  model,
  documentId,
  document,
}: PanelProps): { title: string; content: ReactNode } | null => {
  const t = useTranslate();
  const allowed = useAllowedVerbs();
  const kind = KINDS[model];
  if (!kind || !documentId || typeof document?.environment !== 'string' || !allowed.has('read')) {
    return null;
  }

  const params = { environment: document.environment, [kind.filter]: documentId };
  return {
    title: t('plugin.name'),
    content: (
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <TextLink to={listPath(params)}>{t(kind.label)}</TextLink>
        {allowed.has('read-devices') && (
          <TextLink to={subPagePath('activations', params)}>{t('devices.title')}</TextLink>
        )}
      </Flex>
    ),
  };
};
