import { styled } from 'styled-components';

import { KeyText } from './KeyText';

const Frame = styled.pre`
  margin: 0;
  padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[4]}`};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`;

/** Wraps rather than scrolls: all of it can be read by keyboard, at any width. */
export const CodeBlock = ({ children }: { children: string }) => (
  <Frame>
    <KeyText>{children}</KeyText>
  </Frame>
);
