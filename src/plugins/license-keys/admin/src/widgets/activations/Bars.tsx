import { styled } from 'styled-components';

interface BarsProps {
  /** What the bars say, for who cannot see them. */
  label: string;
  /** At the pointer, each says what it stands for. */
  bars: { title: string; value: number }[];
}

const HEIGHT = 40;
const STEP = 4;
const WIDTH = 3;
/** A day with nothing still is a day. */
const LEAST = 0.5;

const Chart = styled.svg`
  flex: 1;
  width: 100%;
  min-height: 8rem;
  fill: ${({ theme }) => theme.colors.primary600};
`;

export const Bars = ({ label, bars }: BarsProps) => {
  const highest = Math.max(...bars.map(({ value }) => value));

  return (
    <Chart
      role="img"
      aria-label={label}
      viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      {bars.map(({ title, value }, index) => {
        const height = Math.max(LEAST, (value / highest) * HEIGHT);
        return (
          <rect key={title} x={index * STEP} y={HEIGHT - height} width={WIDTH} height={height}>
            <title>{title}</title>
          </rect>
        );
      })}
    </Chart>
  );
};
