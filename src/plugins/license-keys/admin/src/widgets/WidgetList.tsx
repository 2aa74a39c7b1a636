import { styled } from 'styled-components';

/** Rows with something at the left and its figure or date at the right. */
export const WidgetList = styled.ul`
  display: flex;
  flex-direction: column;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};

  & > li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: ${({ theme }) => theme.spaces[3]};
    padding-block: ${({ theme }) => theme.spaces[2]};
  }

  & > li + li {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;
