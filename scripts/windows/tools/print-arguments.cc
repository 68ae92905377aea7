// Writes its arguments to the file that ARGUMENTS_FILE names: UTF-16, each one with a NUL at its end. Electron and Chromium
// split a command line with the same function, CommandLineToArgvW; Node's own start-up code splits it by other rules.
#include <windows.h>
#include <shellapi.h>

int main() {
  wchar_t file[32768];
  if (GetEnvironmentVariableW(L"ARGUMENTS_FILE", file, 32768) == 0) return 2;
  int count = 0;
  wchar_t **arguments = CommandLineToArgvW(GetCommandLineW(), &count);
  HANDLE out = CreateFileW(file, GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS, 0, nullptr);
  if (out == INVALID_HANDLE_VALUE) return 3;
  for (int at = 1; at < count; at += 1) {
    DWORD written = 0;
    DWORD bytes = static_cast<DWORD>((lstrlenW(arguments[at]) + 1) * sizeof(wchar_t));
    if (!WriteFile(out, arguments[at], bytes, &written, nullptr)) return 4;
  }
  CloseHandle(out);
  return 0;
}
