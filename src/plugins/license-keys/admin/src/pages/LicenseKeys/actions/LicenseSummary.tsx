import { Flex, Typography } from '@strapi/design-system';

import type { LicenseListItem } from '../../../../../shared/list';
import { KeyText } from '../../../components/KeyText';
import { Pill } from '../../../components/Pill';
import { environmentTone } from '../../../utils/environmentTone';

/** Which license, and above all in which environment, one is about to change. */
export const LicenseSummary = ({ license }: { license: LicenseListItem }) => (
  <Flex
    direction="column"
    alignItems="flex-start"
    gap={2}
    padding={4}
    background="neutral100"
    hasRadius
  >
    <KeyText $wraps>{license.key}</KeyText>
    <Flex gap={3} wrap="wrap">
      <Pill tone={environmentTone(license.environment)}>{license.environment}</Pill>
      <Typography variant="pi" textColor="neutral600">
        {[license.product.name, license.customer?.name].filter(Boolean).join(' · ')}
      </Typography>
    </Flex>
  </Flex>
);
