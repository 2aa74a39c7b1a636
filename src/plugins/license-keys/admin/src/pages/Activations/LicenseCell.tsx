import { Flex, IconButton } from '@strapi/design-system';
import { Filter } from '@strapi/icons';

import type { DeviceItem } from '../../../../shared/devices';
import { KeyText } from '../../components/KeyText';
import { TextLink } from '../../components/TextLink';
import { useAllowedVerbs } from '../../hooks/useAllowedVerbs';
import { useTranslate } from '../../i18n/useTranslate';
import { previewPath } from '../../utils/listPath';

interface LicenseCellProps {
  environment: string;
  license: DeviceItem['license'];
  /** Shows the devices of this license only. */
  onFilter: () => void;
}

/** Leads to the license, where the role may see it. */
export const LicenseCell = ({ environment, license, onFilter }: LicenseCellProps) => {
  const t = useTranslate();
  const allowed = useAllowedVerbs();
  const key = `${license.keyPrefix}…`;

  return (
    <Flex gap={1}>
      {allowed.has('read') && allowed.has('preview') ? (
        <TextLink
          to={previewPath(environment, license.documentId)}
          aria-label={t('devices.license', { key })}
        >
          <KeyText>{key}</KeyText>
        </TextLink>
      ) : (
        <KeyText>{key}</KeyText>
      )}
      <IconButton
        variant="ghost"
        size="XS"
        label={t('devices.ofLicense', { key })}
        onClick={onFilter}
      >
        <Filter />
      </IconButton>
    </Flex>
  );
};
