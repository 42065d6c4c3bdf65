/* For the proof under wine only, which has no icuuc.dll: Windows 10 and later bring the real one. Qt6Core asks it for
 * converters of old encodings; this one says that it has none. */
#define EXPORTED __declspec(dllexport)

EXPORTED void *ucnv_open(const char *name, int *error) {
    (void)name;
    if (error) *error = 4; /* U_FILE_ACCESS_ERROR: no such converter */
    return 0;
}
EXPORTED const char *ucnv_getStandardName(const char *name, const char *standard, int *error) {
    (void)name;
    (void)standard;
    if (error) *error = 1; /* U_ILLEGAL_ARGUMENT_ERROR */
    return 0;
}

/* Never reached without a converter; they must only be there to be linked with. */
#define UNREACHED(name) EXPORTED long long name(void) { return 0; }
UNREACHED(ucnv_countAvailable)
UNREACHED(ucnv_getAvailableName)
UNREACHED(ucnv_close)
UNREACHED(ucnv_reset)
UNREACHED(ucnv_getMaxCharSize)
UNREACHED(ucnv_getName)
UNREACHED(ucnv_getToUCallBack)
UNREACHED(ucnv_getFromUCallBack)
UNREACHED(ucnv_setToUCallBack)
UNREACHED(ucnv_setFromUCallBack)
UNREACHED(ucnv_cbToUWriteUChars)
UNREACHED(ucnv_toUnicode)
UNREACHED(ucnv_cbFromUWriteUChars)
UNREACHED(ucnv_fromUCountPending)
UNREACHED(ucnv_toUCountPending)
UNREACHED(ucnv_fromUnicode)
UNREACHED(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
UNREACHED(UCNV_TO_U_CALLBACK_SUBSTITUTE)
