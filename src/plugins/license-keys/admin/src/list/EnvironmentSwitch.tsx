import { Box, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { Dot, type Tone } from '../components/Pill';
import { useTranslate } from '../i18n/useTranslate';

import { environmentTone } from '../utils/environmentTone';

interface EnvironmentSwitchProps {
  environments: string[];
  value: string;
  onChange: (environment: string) => void;
}

const Frame = styled(Box)<{ $tone: Tone }>`
  width: 18rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  box-shadow: 0 0 0 2px ${({ theme, $tone }) => theme.colors[`${$tone}600`]};
`;

export const EnvironmentSwitch = ({ environments, value, onChange }: EnvironmentSwitchProps) => {
  const t = useTranslate();

  return (
    <Flex gap={3}>
      <Typography variant="pi" fontWeight="bold" textColor="neutral600" aria-hidden>
        {t('environment.label')}
      </Typography>
      <Frame $tone={environmentTone(value)}>
        <SingleSelect
          size="S"
          aria-label={t('environment.label')}
          startIcon={<Dot tone={environmentTone(value)} />}
          value={value}
          onChange={(name) => {
            onChange(String(name));
          }}
        >
          {environments.map((name) => (
            <SingleSelectOption
              key={name}
              value={name}
              startIcon={<Dot tone={environmentTone(name)} />}
            >
              {name}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Frame>
    </Flex>
  );
};
