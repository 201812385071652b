/*
 * The floor of every figure: a FastCGI program that replies with nothing.
 * Started as the workers are (spawn-fcgi, multiwatch).
 */
#include "config.h"

#include <fcgiapp.h>

int
main(void)
{
	static const char reply[] = "Content-Type: text/plain\r\n\r\n";
	FCGX_Request request;

	if (FCGX_Init() != 0 || FCGX_InitRequest(&request, 0, 0) != 0)
		return 1;
	while (FCGX_Accept_r(&request) == 0) {
		FCGX_PutStr(reply, sizeof(reply) - 1, request.out);
		FCGX_Finish_r(&request);
	}
	return 0;
}
