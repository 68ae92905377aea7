# Stands in for electron-builder's StdUtils plug-in when the installer is compiled for tests: the macros that its templates
# use, with NSIS's own libraries.
!include FileFunc.nsh

!define StdUtils.TestParameter '!insertmacro testParameter'
!macro testParameter out name
  Push $R0
  Push $R1
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "--${name}" $R1
  # LogicLib cannot be used: the templates call this in one of its conditions.
  StrCpy $R0 "true"
  IfErrors 0 +2
  StrCpy $R0 "false"
  ClearErrors
  Pop $R1
  Exch $R0
  Pop ${out}
!macroend

!define StdUtils.GetAllParameters '!insertmacro getAllParameters'
!macro getAllParameters out truncate
  ${GetParameters} ${out}
!macroend

!define StdUtils.GetParentPath '!insertmacro getParentPath'
!macro getParentPath out path
  ${GetParent} `${path}` ${out}
!macroend

!define StdUtils.ExecShellAsUser '!insertmacro execShellAsUser'
!macro execShellAsUser out file verb args
  ExecShell "${verb}" "${file}" `${args}`
!macroend
