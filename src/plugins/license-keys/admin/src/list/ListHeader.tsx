import type { ReactNode } from 'react';

import { Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';

import { EnvironmentSwitch } from './EnvironmentSwitch';

interface ListHeaderProps {
  title: string;
  /** How many rows there are, once that is known. */
  summary: string | undefined;
  environments: string[];
  environment: string;
  onEnvironment: (name: string) => void;
  /** What can be done besides. */
  children?: ReactNode;
}

/** The head of a page that lists what one environment has; changes of the summary are announced. */
export const ListHeader = (props: ListHeaderProps) => {
  const { title, summary, environments, environment, onEnvironment, children } = props;

  return (
    <>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={
          <Typography variant="epsilon" textColor="neutral600" tag="p" role="status">
            {summary ?? environment}
          </Typography>
        }
        primaryAction={
          <>
            <EnvironmentSwitch
              environments={environments}
              value={environment}
              onChange={onEnvironment}
            />
            {children}
          </>
        }
      />
    </>
  );
};
