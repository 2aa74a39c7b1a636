import { styled } from 'styled-components';

export const ChipButton = styled.button`
  /* Clips its visually hidden text, which would widen the page otherwise. */
  position: relative;
  display: inline-flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[2]};
  max-width: 100%;
  min-height: 2.8rem;
  padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[3]}`};
  border: 1px solid ${({ theme }) => theme.colors.primary200};
  border-radius: 1.4rem;
  background: ${({ theme }) => theme.colors.primary100};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[1]};
  overflow-wrap: anywhere;
  text-align: left;
  cursor: pointer;

  &:hover {
    border-color: ${({ theme }) => theme.colors.primary600};
  }

  & > svg {
    flex-shrink: 0;
    fill: ${({ theme }) => theme.colors.neutral600};
  }
`;
