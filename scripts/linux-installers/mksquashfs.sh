#!/bin/sh
# mksquashfs for tests: without compression, which takes most of the time.
exec mksquashfs "$@" -noI -noId -noD -noF -noX
