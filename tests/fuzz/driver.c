/* driver: runs every file of the given folders through the target once; for builds without libFuzzer. */
#include "fuzz.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static bool run(const char *path)
{
	struct stat st;
	if (stat(path, &st) || !S_ISREG(st.st_mode))
		return false;
	FILE *file = fopen(path, "rb");
	if (!file) {
		perror(path);
		exit(1);
	}
	uint8_t *data = malloc((size_t)st.st_size + 1);
	size_t n = data ? fread(data, 1, (size_t)st.st_size, file) : 0;
	fclose(file);
	uint8_t *exact = malloc(n ? n : 1); /* no byte behind the input, so that reading past it shows */
	if (!data || !exact)
		abort();
	for (size_t i = 0; i < n; i++)
		exact[i] = data[i];
	free(data);
	LLVMFuzzerTestOneInput(exact, n);
	free(exact);
	return true;
}

int main(int argc, char **argv)
{
	int count = 0;
	for (int i = 1; i < argc; i++) {
		struct dirent **names;
		int n = scandir(argv[i], &names, NULL, alphasort);
		for (int k = 0; k < n; k++) {
			char path[4096];
			if (snprintf(path, sizeof path, "%s/%s", argv[i], names[k]->d_name) < (int)sizeof path)
				count += run(path);
			free(names[k]);
		}
		if (n >= 0)
			free(names);
	}
	printf("%d inputs\n", count);
	return count > 0 ? 0 : 1; /* an empty corpus proves nothing */
}
