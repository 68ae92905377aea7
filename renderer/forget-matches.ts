/**
 * Replaces the last texts that regular expressions have matched.
 *
 * SECURITY: V8 keeps the last matched text of each context for `RegExp.input`, such as the number or the name of a customer, until
 * the next match. Chromium tests what was typed for an e-mail address in a context of its own, and keeps the last address there; the
 * check of an e-mail field uses the same context.
 */
export function forgetMatches(): void {
  /^/.test('');
  const field = document.createElement('input');
  field.type = 'email';
  field.value = 'nobody@invalid';
  field.checkValidity();
}
