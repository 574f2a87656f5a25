/* fuzz: what every target defines, for libFuzzer or for driver.c. It aborts on a broken promise; it always returns 0. */
#ifndef CAPAIAN_FUZZ_H
#define CAPAIAN_FUZZ_H
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
