/* banned: functions that this program never calls. Included by the build in front of every source file. */
#ifndef CAPAIAN_BANNED_H
#define CAPAIAN_BANNED_H
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#pragma GCC poison strcpy strcat strncpy strncat sprintf vsprintf gets strtok atoi atol atoll atof strtod strtof gmtime localtime ctime asctime
#endif
