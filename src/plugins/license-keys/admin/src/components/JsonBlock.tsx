import { CodeBlock } from './CodeBlock';

export const JsonBlock = ({ value }: { value: unknown }) => (
  <CodeBlock>{JSON.stringify(value, null, 2)}</CodeBlock>
);
