import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { Statistics } from '../../../../shared/license';
import type { Tone } from '../../components/Pill';
import { useTranslate } from '../../i18n/useTranslate';
import { STATE_TONES } from '../../utils/stateTones';
import { listPath } from '../../utils/listPath';
import { TextLink } from '../../components/TextLink';

interface StateBarsProps {
  states: Statistics['data']['states'];
  environment: string;
}

const Bars = styled.ul`
  display: grid;
  grid-template-columns: max-content 1fr max-content;
  gap: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
  align-items: center;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};

  & > li {
    display: contents;
  }

  & span {
    text-align: right;
  }
`;

const Bar = styled.div<{ $tone: Tone }>`
  height: 0.8rem;
  border-radius: 0.4rem;
  background: ${({ theme, $tone }) => theme.colors[`${$tone}600`]};
`;

/** How many licenses there are in each state, against the state that has the most. */
export const StateBars = ({ states, environment }: StateBarsProps) => {
  const t = useTranslate();
  const { formatNumber } = useIntl();
  const most = Math.max(...states.map(({ count }) => count));

  return (
    <Bars>
      {states.map(({ state, count }) => (
        <li key={state}>
          <TextLink to={listPath({ environment, state })}>{t(`state.${state}`)}</TextLink>
          <Bar $tone={STATE_TONES[state]} style={{ width: `${(count / most) * 100}%` }} />
          <span>{formatNumber(count)}</span>
        </li>
      ))}
    </Bars>
  );
};
