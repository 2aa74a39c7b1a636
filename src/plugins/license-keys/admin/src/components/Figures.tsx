import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

interface FiguresProps {
  figures: { label: string; value: number }[];
}

const List = styled.dl`
  display: grid;
  grid-template-columns: 1fr auto;
  gap: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[6]}`};

  dd {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
`;

export const Figures = ({ figures }: FiguresProps) => {
  const { formatNumber } = useIntl();

  return (
    <List>
      {figures.map(({ label, value }) => [
        <Typography key={`${label} label`} tag="dt">
          {label}
        </Typography>,
        <Typography key={`${label} value`} tag="dd" fontWeight="bold">
          {formatNumber(value)}
        </Typography>,
      ])}
    </List>
  );
};
