/*
 * Seeded mutations of what people answer, through the fuzz target, in the suite.
 */
#include "config.h"

#include "tests/fuzz/mutate.h"

/* The question, how ('t', 's', 'l'), then the answer (fuzz_answers.c). */
static const char *const seeds[] = {
	"at=Bonjour le monde", "bt=Deux\001lignes", "ct=\xe2\x88\x92" "3",
	"dt=1 250,50 \xe2\x82\xac", "et=12,5 %", "ft=\xe2\x88\x92" "1,234",
	"gt=31/01/2027", "htdate=2027-01-31\ntime=10:30",
	"itfrom=2027-01-01\nto=2027-02-01", "jt=oui", "kt=1", "lt=a",
	"mt=a\n=b", "nt1=a\n2=b\n3=c", "ot0=a\n1=x", "pt=a@b.fr",
	"qt=0262 12 34 56", "rt=https://a.fr/x",
	"st=FR76 3000 6000 0112 3456 7890 189", "tt=France",
	"utname=A B\nrole=c\nemail=a@b.fr\nphone=0262123456",
	"vt0.label=a\n0.date=01/02/2027\n120.label=b\n120.date=01/02/2027",
	"wtcosts.0.label=a\ncosts.0.amount=12\nsources.0.funder=b\n"
	"sources.0.amount=12\nsources.0.kind=loan",
	"xt=point 55.3 -21.1\001ligne 55.1 -21.2, 55.3 -21.3\001"
	"zone 55 -21, 55.1 -21, 55.1 -21.1", "yt=AB-12-3",
	"zt0.n=a\n0.m=12\n0.l=a\n1.n=b", "{tr1.i=3\nr2.d=4,5",
	"|t0.n=a\n0.p.name=X\n0.r.0.m=12\n0.r.0.d=01/01/2027\n1.r.1.m=3",
	"ws{\"costs\":[{\"label\":\"a\",\"amount_cents\":1}],\"sources\":[]}",
	"xs{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":"
	"\"Point\",\"coordinates\":[55.3,-21.1]}]}",
	"|s[{\"n\":\"a\",\"p\":{\"name\":\"X\"},\"r\":[{\"m\":1}]}]",
	"alcle;libelle;parent\na;Un;\nb;Deux;a\n",
};

static const char *const tokens[] = { "=", "\n", ".", "0.", "1.", "99.", "100.",
    "0.r.0.m=", "costs.", "sources.", "amount=", "label=", "\001", "ligne ",
    "zone ", ",", ";", "-", "\xe2\x88\x92", "\xc2\xa0", "\xe2\x82\xac", "%",
    "9999999999999999999", "{", "}", "[", "]", "\"", ":", "null", "true", "1e9",
    "29/02/2027", "\xed\xa0\x80", "\x10" };

static void
mutated_answers_break_nothing(void **state)
{
	(void)state;
	mutate_rounds(40000, seeds, COUNT(seeds), tokens, COUNT(tokens));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(mutated_answers_break_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
