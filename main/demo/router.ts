import type { Route } from './route';

export interface Match {
  route: Route;
  /** Value of the endpoint's placeholder; empty when it has none. */
  id: string;
}

/**
 * Finds the endpoint of a path. Returns the allowed methods when this one is not allowed, or undefined for an unknown
 * path.
 */
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
