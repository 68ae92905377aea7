# Stands for Ringside.exe in the installer that is compiled for tests: it writes its command line to a file and ends.
Unicode true
Target amd64-unicode
SilentInstall silent
RequestExecutionLevel user
Name "Ringside"
Section
  CreateDirectory "$APPDATA\Ringside"
  FileOpen $0 "$APPDATA\Ringside\started.txt" w
  FileWrite $0 $CMDLINE
  FileClose $0
SectionEnd
