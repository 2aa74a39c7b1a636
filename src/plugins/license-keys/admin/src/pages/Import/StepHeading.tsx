import { useEffect, useRef } from 'react';

import { Typography } from '@strapi/design-system';

/** Takes the focus: the button that led here is gone. */
export const StepHeading = ({ children }: { children: string }) => {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    heading.current?.focus();
  }, []);

  return (
    <Typography ref={heading} tag="h2" variant="delta" tabIndex={-1}>
      {children}
    </Typography>
  );
};
