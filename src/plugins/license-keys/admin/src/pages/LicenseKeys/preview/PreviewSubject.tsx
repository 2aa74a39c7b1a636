import { Flex, Typography } from '@strapi/design-system';

import type { LicenseDetail } from '../../../../../shared/license';
import { KeyText } from '../../../components/KeyText';
import { Pill } from '../../../components/Pill';
import { useTranslate } from '../../../i18n/useTranslate';
import { environmentTone } from '../../../utils/environmentTone';
import { STATE_TONES } from '../../../utils/stateTones';

/** Which license it is, above every tab. Cut to one line: the details have all of it. */
export const PreviewSubject = ({ license }: { license: LicenseDetail }) => {
  const t = useTranslate();
  const { key, environment, state, product, customer } = license;

  return (
    <Flex gap={3} wrap="wrap" paddingTop={4} paddingLeft={5} paddingRight={5} shrink={0}>
      <Typography ellipsis maxWidth="40ch" title={key}>
        <KeyText>{key}</KeyText>
      </Typography>
      <Pill tone={STATE_TONES[state]}>{t(`state.${state}`)}</Pill>
      <Pill tone={environmentTone(environment)}>{environment}</Pill>
      <Typography ellipsis maxWidth="60ch" variant="pi" textColor="neutral600">
        {[product.name, customer?.name].filter(Boolean).join(' · ')}
      </Typography>
    </Flex>
  );
};
