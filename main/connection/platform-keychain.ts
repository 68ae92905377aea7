/**
 * What null from the keychain means on each platform. libsecret answers null for a locked keyring and for a missing
 * key. Credential Manager (ERROR_NOT_FOUND) and Keychain (errSecItemNotFound) answer null only for a missing key.
 */
export const nullMeansGone: Partial<Record<NodeJS.Platform, boolean>> = {
  win32: true,
  darwin: true,
  linux: false,
};
