/**
 * What null from the keychain means on each platform. libsecret answers null for a locked keyring and for a missing
 * key. Credential Manager (ERROR_NOT_FOUND) and Keychain (errSecItemNotFound) answer null only for a missing key.
 */
export const nullMeansGone: Partial<Record<NodeJS.Platform, boolean>> = {
  win32: true,
  darwin: true,
  linux: false,
};

/**
 * Whether a task without a window asks the keychain in a process of its own from the start. A call to libsecret that hangs keeps
 * its process from ending until D-Bus gives up, and then aborts it without the task's exit code. On macOS another program would
 * have to be allowed to read the entries; Credential Manager has no service that can hang.
 */
export const tasksNeedProcess: Partial<Record<NodeJS.Platform, boolean>> = {
  win32: false,
  darwin: false,
  linux: true,
};
