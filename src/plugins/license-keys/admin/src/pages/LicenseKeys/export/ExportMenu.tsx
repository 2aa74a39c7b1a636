import { IconButton, Menu } from '@strapi/design-system';
import { Download } from '@strapi/icons';

import { EXPORT_FORMATS, type ExportFormat } from '../../../../../shared/list';
import { useAllowedVerbs } from '../../../hooks/useAllowedVerbs';
import { useTranslate } from '../../../i18n/useTranslate';

export const EXPORT_BUTTON_ID = 'export-licenses';

export const ExportMenu = ({ onExport }: { onExport: (format: ExportFormat) => void }) => {
  const t = useTranslate();
  if (!useAllowedVerbs().has('export')) return null;

  return (
    <Menu.Root>
      <Menu.Trigger
        id={EXPORT_BUTTON_ID}
        tag={IconButton}
        variant="tertiary"
        label={t('export.open')}
        icon={<Download />}
      />
      <Menu.Content popoverPlacement="bottom-end">
        {EXPORT_FORMATS.map((format) => (
          <Menu.Item
            key={format}
            onSelect={() => {
              onExport(format);
            }}
          >
            {t(`export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Content>
    </Menu.Root>
  );
};
