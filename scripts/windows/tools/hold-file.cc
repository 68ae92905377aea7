// Keeps a file open until standard input ends: hold-file FILE SHARE, where SHARE is made of the letters r, w and d, what other
// programs may do meanwhile (read, write, delete or rename). Prints "held" when the file is open.
#include <windows.h>
#include <shellapi.h>

int main() {
  int count = 0;
  wchar_t **arguments = CommandLineToArgvW(GetCommandLineW(), &count);
  if (count != 3) return 2;
  DWORD share = 0;
  for (const wchar_t *letter = arguments[2]; *letter != 0; letter += 1) {
    if (*letter == L'r') share |= FILE_SHARE_READ;
    if (*letter == L'w') share |= FILE_SHARE_WRITE;
    if (*letter == L'd') share |= FILE_SHARE_DELETE;
  }
  HANDLE file = CreateFileW(arguments[1], GENERIC_READ, share, nullptr, OPEN_EXISTING, 0, nullptr);
  if (file == INVALID_HANDLE_VALUE) return 3;
  DWORD bytes = 0;
  WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), "held\n", 5, &bytes, nullptr);
  char byte;
  while (ReadFile(GetStdHandle(STD_INPUT_HANDLE), &byte, 1, &bytes, nullptr) && bytes > 0) continue;
  CloseHandle(file);
  return 0;
}
