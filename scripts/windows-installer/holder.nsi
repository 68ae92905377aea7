# Stands for a program that works in the folder of Ringside, and ends shortly after the program there is gone.
Unicode true
Target amd64-unicode
SilentInstall silent
RequestExecutionLevel user
Name "Holder"
Section
  SetOutPath "$LOCALAPPDATA\Programs\ringside"
  FileOpen $0 "$APPDATA\Ringside\holds.txt" w
  FileClose $0
  loop:
    Sleep 500
    IfFileExists "$OUTDIR\Ringside.exe" loop
SectionEnd
