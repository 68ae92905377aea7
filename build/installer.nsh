# Additions to electron-builder's installer for Windows (nsis.include of electron-builder.yml). docs/installers.md says what is
# promised, and scripts/windows-installer/ tries it.

# Exit codes of Windows Installer, which software distribution knows.
!define ERROR_INSTALL_PLATFORM_UNSUPPORTED 1633
!define ERROR_PRODUCT_VERSION 1638

# msi.upgradeCode of electron-builder.yml.
!define MSI_UPGRADE_CODE "{682E069C-821E-5E83-963E-FD2996156E15}"

!macro customHeader
  LangString installedByMsi ${LANG_ENGLISH} "Ringside is already installed for everyone on this computer, by its administrator, who also updates it. Nothing was installed. Start Ringside from the Start menu."
  LangString installedByMsi ${LANG_GERMAN} "Ringside ist auf diesem Computer bereits für alle installiert. Ihre Administration hat es installiert und aktualisiert es auch. Es wurde nichts installiert. Starten Sie Ringside über das Startmenü."
  LangString onlyForArm ${LANG_ENGLISH} "This installer is for computers with an ARM processor. Nothing was installed. Use the installer whose name ends with x64."
  LangString onlyForArm ${LANG_GERMAN} "Dieses Installationsprogramm ist für Computer mit ARM-Prozessor. Es wurde nichts installiert. Verwenden Sie das Installationsprogramm, dessen Name auf x64 endet."
!macroend

!macro refuse TEXT CODE
  MessageBox MB_OK|MB_ICONEXCLAMATION "${TEXT}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

!macro customInit
  !ifndef APP_64
    # Without this, electron-builder unpacks nothing on another processor, and registers the program all the same.
    ${ifNot} ${IsNativeARM64}
      !insertmacro refuse $(onlyForArm) ${ERROR_INSTALL_PLATFORM_UNSUPPORTED}
    ${endIf}
  !endif
  # A second Ringside beside that of the MSI would take the links. An EXE that was installed before is still updated.
  ${if} $perUserInstallationFolder == ""
    System::Call 'msi::MsiEnumRelatedProductsW(w "${MSI_UPGRADE_CODE}", i 0, i 0, w .r0) i .r1'
    ${if} $1 == 0
      !insertmacro refuse $(installedByMsi) ${ERROR_PRODUCT_VERSION}
    ${endIf}
  ${endIf}
!macroend

# The same command as Ringside registers at each start (main/window/deep-links.ts), so that links work before the first one.
# SECURITY: the link follows --, so that nothing in it is read as a switch.
!define LINK_COMMAND `"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "--" "%1"`

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\ringside" "" "URL:ringside"
  WriteRegStr SHELL_CONTEXT "Software\Classes\ringside" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\ringside\shell\open\command" "" `${LINK_COMMAND}`
!macroend

# Removes a scheme that this installation has, and leaves one that another program has.
!macro removeScheme SCHEME
  ReadRegStr $R0 SHELL_CONTEXT "Software\Classes\${SCHEME}\shell\open\command" ""
  ${if} $R0 == `${LINK_COMMAND}`
    DeleteRegKey SHELL_CONTEXT "Software\Classes\${SCHEME}"
  ${endIf}
!macroend

# Removes the program's folder. electron-builder tries once, and leaves an empty folder in which a program still works, such as one
# that this uninstaller has started to look for a running Ringside. Goes on without it after ten seconds.
!macro removeProgram
  SetOutPath $TEMP
  RMDir /r $INSTDIR
  # An uninstaller that runs in the folder itself (_?=) stays there.
  ${if} $EXEDIR != $INSTDIR
    ${for} $R0 1 50
      ${ifNot} ${FileExists} $INSTDIR
        ${break}
      ${endIf}
      Sleep 200
      # Only the empty folder: a new version may be installed meanwhile.
      RMDir $INSTDIR
    ${next}
  ${endIf}
!macroend

!macro customUnInstall
  ${ifNot} ${isUpdated}
    !insertmacro removeScheme ringside
    # Registered when the policy says so (main/app/phone-links.ts).
    !insertmacro removeScheme tel
    !insertmacro removeScheme callto
    # The start with the session, when the policy says so (main/app/session-start.ts). Electron names the value after the application.
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${APP_ID}"
    # The updater's downloads and a copy of this installer.
    RMDir /r "$LOCALAPPDATA\ringside-updater"
    !insertmacro removeProgram
  ${endIf}
!macroend
