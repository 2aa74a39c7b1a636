import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { KeyText } from '../components/KeyText';
import { Pill } from '../components/Pill';
import { useTranslate } from '../i18n/useTranslate';
import { STATE_TONES } from '../utils/stateTones';

import type { Suggestion } from './suggestion';

const CutKey = styled(KeyText)`
  max-width: 100%;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
`;

export const SuggestionText = ({ suggestion }: { suggestion: Suggestion }) => {
  const t = useTranslate();
  const { kind, title, detail, state } = suggestion;

  return (
    <>
      <Flex direction="column" alignItems="flex-start" flex="1" minWidth={0}>
        {kind === 'license' ? (
          <CutKey>{title}</CutKey>
        ) : (
          <Typography ellipsis maxWidth="100%">
            {title}
          </Typography>
        )}
        {detail && (
          <Typography ellipsis maxWidth="100%" variant="pi" textColor="neutral600">
            {detail}
          </Typography>
        )}
      </Flex>
      {state && <Pill tone={STATE_TONES[state]}>{t(`state.${state}`)}</Pill>}
    </>
  );
};
