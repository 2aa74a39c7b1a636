import { useEffect, useRef } from 'react';

import { Typography } from '@strapi/design-system';

/** Takes the focus: the button that led to this step is gone, or the figures are others now. */
export const StepHeading = ({ children }: { children: string }) => {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    heading.current?.focus();
  }, [children]);

  return (
    <Typography ref={heading} tag="h3" variant="delta" tabIndex={-1}>
      {children}
    </Typography>
  );
};
