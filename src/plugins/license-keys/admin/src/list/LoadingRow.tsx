import { Flex, Loader } from '@strapi/design-system';

interface LoadingRowProps {
  columns: number;
  label: string;
}

export const LoadingRow = ({ columns, label }: LoadingRowProps) => (
  <tr>
    <td colSpan={columns}>
      <Flex justifyContent="center" height="32rem">
        <Loader>{label}</Loader>
      </Flex>
    </td>
  </tr>
);
