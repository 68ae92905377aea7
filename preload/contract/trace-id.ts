/**
 * Shape of Datadog's trace IDs. SECURITY: an API may send any text as a trace ID; a name, a card number or a key (a UUID)
 * has another shape.
 */
const traceIdShape = /^([0-9a-f]{32}|(?=\d*[a-f])[0-9a-f]{16}|\d{17,20})$/;

/** Whether a text has the shape of a trace ID. Any other text is free text, which is neither logged nor copied as it is. */
export const isTraceId = (text: string | undefined): text is string =>
  text !== undefined && traceIdShape.test(text);
