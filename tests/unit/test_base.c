/*
 * Random bytes, digests, files, the sandbox.
 */
#include "config.h"

#include "tests/unit/test.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/rand.h"
#include "base/sandbox.h"

static struct mem *mem;
static char dir[] = "/tmp/terreau-base-XXXXXX";

static int
setup(void **state)
{
	(void)state;
	mem = mem_new();
	return mkdtemp(dir) == NULL;
}

static int
teardown(void **state)
{
	char command[64];

	(void)state;
	mem_free(mem);
	snprintf(command, sizeof(command), "rm -rf '%s'", dir);
	return system(command);
}

static const char *
below(const char *name)
{
	return mem_printf(mem, "%s/%s", dir, name);
}

/* --- random and digests --------------------------------------------------- */

static void
tokens_are_long_and_differ(void **state)
{
	const char *a = rand_token(mem, 32), *b = rand_token(mem, 32);
	const char *uuid = rand_uuid(mem);

	(void)state;
	assert_int_equal(strlen(a), 43);
	assert_string_not_equal(a, b);
	assert_int_equal(strspn(a, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789-_"), 43);
	assert_int_equal(strlen(uuid), 36);
	assert_int_equal(uuid[14], '4');
	assert_non_null(strchr("89ab", uuid[19]));
	for (int i = 0; i < 1000; i++)
		assert_true(rand_below(7) < 7);
	assert_int_equal(rand_below(1), 0);
}

static void
a_seed_fixes_what_follows(void **state)
{
	const char *a, *b;

	(void)state;
	rand_seed(42);
	a = rand_token(mem, 8);
	b = rand_token(mem, 8);
	assert_string_not_equal(a, b);
	rand_seed(42);
	assert_string_equal(rand_token(mem, 8), a);
	assert_string_equal(rand_token(mem, 8), b);
	rand_seed(43);
	assert_string_not_equal(rand_token(mem, 8), a);
}

static void
digests_are_those_of_the_standard(void **state)
{
	unsigned char mac[DIGEST_SIZE];
	struct digest d;
	char hex[DIGEST_HEX];

	(void)state;
	digest_sha256_hex(hex, "abc", 3);
	assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223"
	    "b00361a396177a9cb410ff61f20015ad");
	digest_init(&d);
	digest_add(&d, "a", 1);
	digest_add_text(&d, "bc");
	digest_end_hex(&d, hex);
	assert_string_equal(hex, digest_text(mem, "abc"));
	/* RFC 4231, test case 2. */
	assert_string_equal(digest_hmac_text(mem, "Jefe",
	    "what do ya want for nothing?"), "5bdcc146bf60754e6a042426089575c7"
	    "5a003f089d2739839dec58b964ec3843");
	digest_hmac(mac, "Jefe", 4, "x", 1);
}

/* --- files ---------------------------------------------------------------- */

static void
a_written_file_is_read_back(void **state)
{
	const char *path = below("a.txt"), **names;
	char *data, hex[65];
	int64_t size;
	size_t len;

	(void)state;
	assert_int_equal(file_write_durably(path, "un\0deux", 7), RC_OK);
	assert_int_equal(file_read(&data, &len, mem, path, 100), RC_OK);
	assert_int_equal(len, 7);
	assert_memory_equal(data, "un\0deux", 8);
	assert_int_equal(file_write_durably(path, "abc", 3), RC_OK);
	assert_int_equal(file_sha256(hex, &size, path), RC_OK);
	assert_int_equal(size, 3);
	assert_string_equal(hex, digest_text(mem, "abc"));
	assert_int_equal(file_read(&data, &len, mem, path, 2), RC_INVALID);
	assert_int_equal(file_read(&data, &len, mem, below("none"), 9),
	    RC_NOT_FOUND);
	assert_int_equal(file_read(&data, &len, mem, dir, 999999), RC_FAIL);
	assert_int_equal(dir_list(&names, mem, dir), RC_OK);
	assert_string_equal(names[0], "a.txt");
	assert_null(names[1]);
	assert_int_equal(file_remove(path), RC_OK);
	assert_int_equal(file_remove(path), RC_OK);
	assert_false(file_exists(path));
}

/* The number of entries of the folder, hidden ones too. */
static int
entries(const char *path)
{
	FILE *f;
	char command[128];
	int n = -1;

	snprintf(command, sizeof(command), "ls -A '%s' | wc -l >'%s.n'", path,
	    path);
	assert_int_equal(system(command), 0);
	f = fopen(mem_printf(mem, "%s.n", path), "r");
	assert_int_equal(fscanf(f, "%d", &n), 1);
	fclose(f);
	return n;
}

static void
a_write_that_fails_keeps_the_old_file(void **state)
{
	const char *folder = below("full"), *path = below("full/a");
	struct rlimit no_room = { 1000, 1000 };
	char *data;
	int status;
	pid_t child;

	(void)state;
	assert_int_equal(dir_make(folder, 0750), RC_OK);
	assert_int_equal(file_write_durably(path, "old", 3), RC_OK);
	child = fork();
	if (child == 0) {	/* a disk with room for 1,000 bytes */
		char large[5000] = "new";

		signal(SIGXFSZ, SIG_IGN);
		setrlimit(RLIMIT_FSIZE, &no_room);
		_exit(file_write_durably(path, large, sizeof(large))
		    == RC_FAIL ? 0 : 1);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	assert_int_equal(file_read(&data, NULL, mem, path, 100), RC_OK);
	assert_string_equal(data, "old");
	assert_int_equal(entries(folder), 1);
}

static void
a_file_written_elsewhere_is_stored(void **state)
{
	const char *tmp, *path = below("stored");
	char *data;
	int fd;

	(void)state;
	assert_int_equal(file_temporary(&fd, &tmp, mem, dir), RC_OK);
	assert_int_equal(file_write_all(fd, "abc", 3, tmp), RC_OK);
	assert_int_equal(file_store_durably(fd, tmp, path), RC_OK);
	close(fd);
	assert_int_equal(file_read(&data, NULL, mem, path, 9), RC_OK);
	assert_string_equal(data, "abc");
	assert_int_equal(file_size(path), 3);
	assert_int_equal(file_temporary(&fd, &tmp, mem, dir), RC_OK);
	assert_int_equal(file_store_durably(fd, tmp, below("no/where")),
	    RC_FAIL);
	close(fd);
	assert_false(file_exists(tmp));
}

static void
folders_are_made_with_their_parents(void **state)
{
	(void)state;
	assert_int_equal(dir_make(below("x/y//z/"), 0750), RC_OK);
	assert_true(dir_exists(below("x/y/z")));
	assert_int_equal(dir_make(below("x/y/z"), 0750), RC_OK);
	assert_int_equal(file_write_durably(below("x/f"), "", 0), RC_OK);
	assert_int_equal(dir_make(below("x/f/g"), 0750), RC_FAIL);
}

/* --- the sandbox ---------------------------------------------------------- */

/* What a confined child could do, as bits. */
static int
tried(const char *readable, const char *writable)
{
	const char *const r[] = { readable, "/nowhere", NULL };
	const char *const w[] = { writable, NULL };
	const struct sandbox box = { r, w, false };
	struct sockaddr_in address = { .sin_family = AF_INET };
	int can = 0, s;
	char *data;

	if (sandbox_enter(&box) != RC_OK)
		return 255;
	if (file_read(&data, NULL, mem, mem_printf(mem, "%s/f", readable),
	    99) == RC_OK)
		can |= 1;
	if (file_write_durably(mem_printf(mem, "%s/g", readable), "", 0)
	    == RC_OK)
		can |= 2;
	if (file_write_durably(mem_printf(mem, "%s/g", writable), "", 0)
	    == RC_OK)
		can |= 4;
	if (open("/etc/passwd", O_RDONLY) >= 0)
		can |= 8;
	s = socket(AF_INET, SOCK_STREAM, 0);
	if (bind(s, (struct sockaddr *)&address, sizeof(address)) == 0)
		can |= 16;
	execl("/bin/true", "true", (char *)NULL);
	return can;
}

static void
the_sandbox_leaves_only_what_it_names(void **state)
{
	int abi = sandbox_abi(), status;
	pid_t child;

	(void)state;
	assert_int_equal(dir_make(below("r"), 0750), RC_OK);
	assert_int_equal(dir_make(below("w"), 0750), RC_OK);
	assert_int_equal(file_write_durably(below("r/f"), "x", 1), RC_OK);
	child = fork();
	if (child == 0)
		_exit(tried(below("r"), below("w")));
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	if (abi == 0)
		print_message("# this kernel has no Landlock\n");
	else
		assert_int_equal(WEXITSTATUS(status),
		    1 | 4 | (abi < 4 ? 16 : 0));
}

static void
texts_are_joined_in_order(void **state)
{
	(void)state;
	assert_string_equal(mem_join(mem, "", NULL), "");
	assert_string_equal(mem_join(mem, "a", "", "bc", "é", NULL), "abcé");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_joined_in_order),
		cmocka_unit_test(tokens_are_long_and_differ),
		cmocka_unit_test(a_seed_fixes_what_follows),
		cmocka_unit_test(digests_are_those_of_the_standard),
		cmocka_unit_test(a_written_file_is_read_back),
		cmocka_unit_test(a_write_that_fails_keeps_the_old_file),
		cmocka_unit_test(a_file_written_elsewhere_is_stored),
		cmocka_unit_test(folders_are_made_with_their_parents),
		cmocka_unit_test(the_sandbox_leaves_only_what_it_names),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
