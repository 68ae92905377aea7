import type { Messages } from '../../messages/en';

/** What an agent calls an endpoint; one without a name stands as documented. */
export function endpointName(endpoint: string, { health }: Messages): string {
  return health.endpoints[endpoint] ?? endpoint;
}
