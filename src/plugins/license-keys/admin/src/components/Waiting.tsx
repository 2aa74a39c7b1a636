import { Flex, Loader } from '@strapi/design-system';

/** What stands in a dialog until its content is there. */
export const Waiting = ({ children }: { children: string }) => (
  <Flex justifyContent="center" padding={9}>
    <Loader>{children}</Loader>
  </Flex>
);
