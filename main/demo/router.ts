import type { Route } from './routes';

export interface Match {
  route: Route;
  /** What stands at the endpoint's placeholder; empty when it has none. */
  id: string;
}

/** The endpoint of a path, the methods it takes when it does not take this one, or nothing. */
export function match(
  routes: readonly Route[],
  method: string,
  path: string,
): Match | { allowed: string } | undefined {
  for (const route of routes) {
    const found = pattern(route.endpoint).exec(path);
    if (!found) continue;
    return route.method === method ? { route, id: found[1] ?? '' } : { allowed: `${route.method}, HEAD` };
  }
  return undefined;
}

function pattern(endpoint: string): RegExp {
  return new RegExp(`^${endpoint.replace(/\{\w+\}/, '([^/]+)')}$`);
}
