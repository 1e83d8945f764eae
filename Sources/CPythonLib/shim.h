// Carries the flags of pkg-config python3-embed. Imported by no Swift file: debug builds break on Python.h.
