import type { StudioRef } from '../../preload/contract/studio';

/** A request to the API, without its address and key. */
export interface ApiRequest {
  method: 'GET' | 'HEAD' | 'POST';
  /** Documented path with its placeholders, such as `/v1/customers/{customerId}`. Logs contain this path only. */
  endpoint: string;
  /** Values of the placeholders. */
  path?: Record<string, string>;
  query?: Record<string, string>;
  /** Sent as JSON. */
  body?: Record<string, string>;
  /** Limit of the body after decompression, in bytes. */
  maxBytes?: number;
  /** True for a request in the background. It leaves half of the burst to lookups. */
  isBackground?: boolean;
}

/** Address and key of one request. They are read for each request and not kept. */
export interface Credentials {
  /** Base URL without a trailing slash. */
  address: string;
  /** The studio of the key. Absent while a key is proved. */
  studio?: StudioRef;
  /** What the quota counts the request for, where there is no studio. */
  countedFor?: string;
  /** Absent only for the request that checks how an address answers without a key. */
  key?: string | undefined;
}
