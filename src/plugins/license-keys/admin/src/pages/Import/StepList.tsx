import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useTranslate } from '../../i18n/useTranslate';

import { STEPS, type Step } from './useImportAddress';

const List = styled.ol`
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[6]}`};
`;

const Badge = styled.span<{ $isReached: boolean }>`
  display: grid;
  place-items: center;
  width: 2.4rem;
  height: 2.4rem;
  border-radius: 50%;
  font-size: ${({ theme }) => theme.fontSizes[1]};
  background: ${({ theme, $isReached }) => theme.colors[$isReached ? 'primary600' : 'neutral200']};
  color: ${({ theme, $isReached }) => theme.colors[$isReached ? 'buttonNeutral0' : 'neutral800']};
`;

export const StepList = ({ current }: { current: Step }) => {
  const t = useTranslate();
  const reached = STEPS.indexOf(current);

  return (
    <List aria-label={t('import.steps')}>
      {STEPS.map((step, index) => (
        <Flex key={step} tag="li" gap={2} aria-current={step === current ? 'step' : undefined}>
          <Badge $isReached={index <= reached} aria-hidden>
            {index + 1}
          </Badge>
          <Typography
            fontWeight={step === current ? 'bold' : 'regular'}
            textColor={index <= reached ? 'neutral800' : 'neutral600'}
          >
            {t(`import.step.${step}`)}
          </Typography>
        </Flex>
      ))}
    </List>
  );
};
