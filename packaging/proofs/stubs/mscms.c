/* For the proof under wine only, whose mscms.dll ends the program when Qt asks for the colour profile of the screen.
 * This one says that there is none. */
#define EXPORTED __declspec(dllexport)

EXPORTED void *WcsCreateIccProfile(void *profile, unsigned options) {
    (void)profile;
    (void)options;
    return 0;
}
EXPORTED void *OpenColorProfileW(void *profile, unsigned access, unsigned sharing, unsigned creation) {
    (void)profile;
    (void)access;
    (void)sharing;
    (void)creation;
    return 0;
}
EXPORTED int GetColorProfileFromHandle(void *profile, void *buffer, unsigned *size) {
    (void)profile;
    (void)buffer;
    if (size) *size = 0;
    return 0;
}
EXPORTED int CloseColorProfile(void *profile) {
    (void)profile;
    return 1;
}
