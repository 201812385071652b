/*
 * Open data: what can be taken, in which format, under which licence.
 */
#include "config.h"

#include "fcgi/observatory/pages.h"

#include "base/lang.h"
#include "domain/platform_frame.h"

struct file {
	const char	*path, *format;
};

struct dataset {
	const char	*name, *text;
	struct file	 files[6];
};

static const struct dataset datasets[] = {
	{ N_("Projets"), N_("Chaque projet public : son porteur, son lieu, son "
	    "thème, où il en est, son plan de financement."),
	    { { "projets.csv", "CSV" }, { "projets.xlsx", "XLSX" },
	    { "projets.json", "JSON" },
	    { "projets.geojson", "GeoJSON" }, { "projets.atom", "Atom" } } },
	{ N_("Journal public"), N_("Tout ce qui a été décidé, dans l’ordre, avec "
	    "de quoi le vérifier."),
	    { { "journal.json", "JSON" } } },
	{ N_("Contour du territoire"), N_("Une enveloppe approchée, calculée "
	    "autour des communes : pas une limite officielle."),
	    { { "contour.geojson", "GeoJSON" } } },
};

void
data_get(struct req *req, struct res *res)
{
	struct view *v = res_page(res, _("Données ouvertes")), *row, *link;
	const struct platform_frame *frame = platform_frame(req->platform);
	const struct file *f;
	size_t i;

	view_text(v, M_DATA_LEAD, _("Tout ce qui est public ici peut être repris, "
	    "par tous, gratuitement."));
	for (i = 0; i < sizeof(datasets) / sizeof(datasets[0]); i++) {
		row = view_add(v, M_DATASETS);
		view_text(row, M_DATASET_NAME, _(datasets[i].name));
		view_text(row, M_DATASET_TEXT, _(datasets[i].text));
		view_text(row, M_DATASET_UPDATED, _("À jour en continu."));
		for (f = datasets[i].files; f->path != NULL; f++) {
			link = view_add(row, M_DATASET_FILES);
			view_text(link, M_DATASET_URL, page_url(req, "%s",
			    f->path));
			view_text(link, M_DATASET_FORMAT, f->format);
		}
	}
	view_text(v, M_LICENCE_URL, frame->licence_url);
	view_text(v, M_LICENCE_NAME, frame->licence_label);
	res_view(res, 200, "observatory/data.tpl");
}
