import { useId, type ReactNode } from 'react';

import { Flex, Radio, Typography } from '@strapi/design-system';

interface RadioFieldProps<Value extends string> {
  label: string;
  options: readonly Value[];
  /** Side by side rather than one below the other. */
  isRow?: boolean;
  value: Value;
  onChange: (value: Value) => void;
  /** What an option reads. */
  children: (option: Value) => ReactNode;
}

export const RadioField = <Value extends string>({
  label,
  options,
  isRow = false,
  value,
  onChange,
  children,
}: RadioFieldProps<Value>) => {
  const labelId = useId();

  return (
    <Flex direction="column" alignItems="flex-start" gap={3}>
      <Typography id={labelId} variant="pi" fontWeight="bold">
        {label}
      </Typography>
      <Radio.Group
        aria-labelledby={labelId}
        style={isRow ? { flexDirection: 'row', flexWrap: 'wrap' } : undefined}
        value={value}
        onValueChange={(picked) => {
          onChange(options.find((option) => option === picked) ?? value);
        }}
      >
        {options.map((option) => (
          <Radio.Item key={option} value={option}>
            {children(option)}
          </Radio.Item>
        ))}
      </Radio.Group>
    </Flex>
  );
};
