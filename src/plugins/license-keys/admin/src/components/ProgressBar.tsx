import { styled } from 'styled-components';

interface ProgressBarProps {
  label: string;
  done: number;
  /** Undefined until it is known. */
  total: number | undefined;
}

const Track = styled.div`
  width: 100%;
  height: 0.8rem;
  overflow: hidden;
  border-radius: 0.4rem;
  background: ${({ theme }) => theme.colors.neutral200};
`;

const Fill = styled.div`
  height: 100%;
  background: ${({ theme }) => theme.colors.primary600};

  @media (prefers-reduced-motion: no-preference) {
    transition: width 300ms;
  }
`;

/** The design system's has one width and, in the light theme, a white bar on a dark ground. */
export const ProgressBar = ({ label, done, total }: ProgressBarProps) => (
  <Track
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={total}
    aria-valuenow={total === undefined ? undefined : done}
  >
    <Fill style={{ width: `${total ? (done / total) * 100 : 0}%` }} />
  </Track>
);
