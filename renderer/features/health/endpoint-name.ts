import type { Messages } from '../../messages/en';

/** Short name of an endpoint for agents; the documented path when it has none. */
export function endpointName(endpoint: string, { health }: Messages): string {
  return health.endpoints[endpoint] ?? endpoint;
}
