import type { TestApi } from '../api';
import type { Route } from './requests';

interface Layer {
  path: string;
  methods: string[];
}

/** Of an audience, from the router itself: those to come are among them. Named as `Makers` names them. */
export const routesOf = ({ strapi }: TestApi, prefix: string): { name: string; route: Route }[] =>
  (strapi.server.listRoutes() as unknown as Layer[])
    .filter(({ path }) => path.startsWith(`${prefix}/`))
    .flatMap(({ path, methods }) =>
      methods
        .filter((method) => method !== 'HEAD')
        .map((method) => ({
          name: `${method} ${path.slice(prefix.length).replace('/:environment', '')}`,
          route: { method, path },
        }))
    );
