/**
 * What a null from the keychain means. libsecret answers null for a locked keyring and for a key that is not there;
 * Credential Manager (ERROR_NOT_FOUND) and Keychain (errSecItemNotFound) answer it for the second alone.
 */
export const nullMeansGone: Partial<Record<NodeJS.Platform, boolean>> = {
  win32: true,
  darwin: true,
  linux: false,
};
