import { Modal, Tabs } from '@strapi/design-system';

import { useTranslate } from '../../../i18n/useTranslate';
import type { Preview } from '../../../services/preview';

import { ActivationsTab } from './activations/ActivationsTab';
import { AuditTab } from './audit/AuditTab';
import { CodeTab } from './code/CodeTab';
import { DetailsTab } from './details/DetailsTab';
import { OfflineTab } from './offline/OfflineTab';
import { PREVIEW_TABS, usePreviewAddress, type PreviewTab } from './usePreviewAddress';
import { WhyTab } from './why/WhyTab';

const TABS = {
  details: DetailsTab,
  why: WhyTab,
  activations: ActivationsTab,
  audit: AuditTab,
  code: CodeTab,
  offline: OfflineTab,
} as const satisfies Record<PreviewTab, unknown>;

export const PreviewTabs = ({ preview }: { preview: Preview }) => {
  const t = useTranslate();
  const { tab, showTab } = usePreviewAddress();
  const Tab = TABS[tab];

  return (
    <Tabs.Root
      variant="simple"
      value={tab}
      onValueChange={showTab}
      style={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 }}
    >
      <Tabs.List
        aria-label={t('preview.title')}
        style={{ overflowX: 'auto', flexShrink: 0, padding: '0.4rem' }}
      >
        {PREVIEW_TABS.map((name) => (
          // The form for the password, which had the focus, may just have gone.
          <Tabs.Trigger key={name} value={name} autoFocus={name === tab}>
            {t(`preview.${name}`)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Modal.Body>
        <Tabs.Content value={tab}>
          <Tab preview={preview} />
        </Tabs.Content>
      </Modal.Body>
    </Tabs.Root>
  );
};
