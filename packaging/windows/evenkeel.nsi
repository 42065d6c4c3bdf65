; The Windows installer, for one person and without an administrator. Made by windows_packages.py, which defines
; SOURCE (the frozen folder), OUT, VERSION, NUMBERS (four of them), PUBLISHER and ICONS (the folder of the icons).
;   evenkeel-VERSION-setup.exe /S [/D=C:\folder]      installs, or upgrades, without a question
;   uninstall.exe /S                                  removes
; Exit status 5: Evenkeel is running, nothing was changed.
Target amd64-unicode
Unicode true
!include "MUI2.nsh"
!include "FileFunc.nsh"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Evenkeel"
!define KIND "Evenkeel.Comparison"
!define MIME "application/vnd.evenkeel+json"
Name "Evenkeel"
OutFile "${OUT}"
SetCompressor /SOLID lzma
SetCompressorDictSize 64
RequestExecutionLevel user
ManifestDPIAware true
InstallDir "$LOCALAPPDATA\Programs\Evenkeel"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "Evenkeel"
VIAddVersionKey "FileDescription" "Evenkeel Setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "LegalCopyright" "${PUBLISHER}, MIT licence"

!define MUI_ICON "${ICONS}\evenkeel.ico"
!define MUI_UNICON "${ICONS}\evenkeel.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\evenkeelw.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"

LangString RUNNING ${LANG_ENGLISH} "Evenkeel is running. Close it and try again."
LangString RUNNING ${LANG_SIMPCHINESE} "Evenkeel 正在运行。请先关闭，然后重试。"
LangString KIND_NAME ${LANG_ENGLISH} "Evenkeel comparison"
LangString KIND_NAME ${LANG_SIMPCHINESE} "Evenkeel 对比"
LangString SETTINGS_STAY ${LANG_ENGLISH} "Evenkeel is removed; your comparisons were left alone. Settings stay in $APPDATA\evenkeel, copies of earlier versions in $LOCALAPPDATA\evenkeel."
LangString SETTINGS_STAY ${LANG_SIMPCHINESE} "Evenkeel 已卸载，您的对比文件未受影响。设置保留在 $APPDATA\evenkeel，较早版本的副本保留在 $LOCALAPPDATA\evenkeel。"

; Windows lets nobody write to a program that runs. $0: the program.
!macro STOP_IF_RUNNING PREFIX
Function ${PREFIX}StopIfRunning
  again:
    IfFileExists "$0" 0 free
    ClearErrors
    FileOpen $1 "$0" a
    IfErrors running
    FileClose $1
    Goto free
  running:
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 5
    Quit
  free:
FunctionEnd
!macroend
!insertmacro STOP_IF_RUNNING ""
!insertmacro STOP_IF_RUNNING "un."

!macro REFUSE_WHILE_RUNNING PREFIX
  StrCpy $0 "$INSTDIR\evenkeelw.exe"
  Call ${PREFIX}StopIfRunning
  StrCpy $0 "$INSTDIR\evenkeel.exe"
  Call ${PREFIX}StopIfRunning
!macroend

; Only what an installation put there: a person may have chosen a folder that holds other things.
!macro REMOVE_PROGRAM
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\evenkeel.exe"
  Delete "$INSTDIR\evenkeelw.exe"
  Delete "$INSTDIR\uninstall.exe"
!macroend

Section "install"
  !insertmacro REFUSE_WHILE_RUNNING ""
  !insertmacro REMOVE_PROGRAM
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Evenkeel.lnk" "$INSTDIR\evenkeelw.exe"

  WriteRegStr HKCU "Software\Classes\.evenkeel" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\.evenkeel" "Content Type" "${MIME}"
  WriteRegStr HKCU "Software\Classes\.evenkeel\OpenWithProgids" "${KIND}" ""
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "$(KIND_NAME)"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\_internal\evenkeel-document.ico"
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\evenkeelw.exe" "%1"'
  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\evenkeel.exe" "" "$INSTDIR\evenkeelw.exe"

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Evenkeel"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\evenkeelw.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  !insertmacro REFUSE_WHILE_RUNNING "un."
  !insertmacro REMOVE_PROGRAM
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Evenkeel.lnk"
  ReadRegStr $0 HKCU "Software\Classes\.evenkeel" ""
  StrCmp $0 "${KIND}" 0 not_ours  ; another program may have taken the kind of file over
    DeleteRegKey HKCU "Software\Classes\.evenkeel"
  not_ours:
  DeleteRegKey HKCU "Software\Classes\${KIND}"
  DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\evenkeel.exe"
  DeleteRegKey HKCU "${UNINSTALL}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  DetailPrint "$(SETTINGS_STAY)"
  MessageBox MB_OK|MB_ICONINFORMATION "$(SETTINGS_STAY)" /SD IDOK
SectionEnd
