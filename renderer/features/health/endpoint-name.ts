import type { Studio } from '../../../preload/contract/studio';
import { areSeveral } from '../../components/studios';
import type { Messages } from '../../messages/en';
import type { EndpointHealth } from './health';

/**
 * Short name of an endpoint for agents, with its studio on a desk that has several; the documented path when it has
 * none.
 */
export function endpointName(
  { endpoint, studio }: Pick<EndpointHealth, 'endpoint' | 'studio'>,
  studios: readonly Studio[],
  { health }: Messages,
): string {
  const name = health.endpoints[endpoint] ?? endpoint;
  if (!areSeveral(studios) || studio === undefined) return name;
  return `${name}, ${studios.find(({ id }) => id === studio)?.name ?? studio}`;
}
