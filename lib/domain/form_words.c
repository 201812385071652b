/*
 * The words of the format of forms, for people who write forms.
 * A name without words here is shown as it is: nothing is hidden.
 */
#include "config.h"

#include "domain/form_format.h"

#include <string.h>

#include "base/lang.h"

struct word {
	const char	*name, *said, *about;
};

static const struct word types[] = {
	{ "heading", N_("Intertitre"), N_("Un titre entre les questions.") },
	{ "explanation", N_("Explication"), N_("Un texte à lire, sans "
	    "réponse.") },
	{ "text", N_("Texte court"), N_("Une ligne.") },
	{ "long_text", N_("Texte long"), N_("Plusieurs paragraphes, avec un "
	    "compteur.") },
	{ "integer", N_("Nombre entier"), NULL },
	{ "decimal", N_("Nombre décimal"), NULL },
	{ "money", N_("Montant en euros"), NULL },
	{ "percentage", N_("Pourcentage"), NULL },
	{ "date", N_("Date"), NULL },
	{ "date_time", N_("Date et heure"), NULL },
	{ "period", N_("Période"), N_("Une date de début et une date de fin.") },
	{ "yes_no", N_("Oui ou non"), NULL },
	{ "checkbox", N_("Case à cocher"), N_("Un engagement à cocher.") },
	{ "choice", N_("Choix unique"), N_("Une réponse parmi plusieurs.") },
	{ "multi_choice", N_("Choix multiple"), N_("Une ou plusieurs "
	    "réponses.") },
	{ "linked_choice", N_("Choix liés"), N_("Le second choix dépend du "
	    "premier.") },
	{ "ranking", N_("Classement"), N_("Des réponses à mettre dans "
	    "l’ordre.") },
	{ "reference", N_("Liste de référence"), N_("Un choix dans une liste "
	    "chargée par l’administration.") },
	{ "email", N_("Adresse électronique"), NULL },
	{ "phone", N_("Téléphone"), NULL },
	{ "url", N_("Adresse d’un site"), NULL },
	{ "person", N_("Personne"), N_("Un nom et des coordonnées.") },
	{ "organisation", N_("Organisation"), N_("Par son SIRET ou son RNA.") },
	{ "iban", N_("IBAN"), N_("La clé du compte est vérifiée.") },
	{ "address", N_("Adresse postale"), NULL },
	{ "territory", N_("Territoire"), N_("Commune, intercommunalité, "
	    "département ou région.") },
	{ "country", N_("Pays"), NULL },
	{ "point", N_("Point sur la carte"), NULL },
	{ "shape", N_("Tracé sur la carte"), N_("Des points, des lignes, des "
	    "surfaces.") },
	{ "files", N_("Pièces jointes"), NULL },
	{ "repeat", N_("Bloc répété"), N_("Les mêmes questions, plusieurs "
	    "fois.") },
	{ "table", N_("Tableau"), N_("Des lignes et des colonnes, avec leurs "
	    "totaux.") },
	{ "funding_plan", N_("Plan de financement"), N_("Dépenses et "
	    "ressources, vérifiées.") },
	{ "steps_schedule", N_("Calendrier"), N_("Des étapes et leurs dates.") },
	{ "indicator", N_("Engagement sur un indicateur"), NULL },
	{ "link", N_("Lien vers un projet"), N_("Un autre projet ou élément de "
	    "la plateforme.") },
	{ "pattern", N_("Texte au format fixé"), N_("Par exemple un numéro de "
	    "parcelle.") },
	{ "calculated", N_("Valeur calculée"), N_("À partir d’autres "
	    "réponses.") },
	{ "computed", N_("Valeur calculée"), N_("À partir d’autres "
	    "réponses.") },
	{ NULL, NULL, NULL }
};

static const struct word members[] = {
	{ "key", N_("Clé"), N_("La même clé dans deux formulaires est la même "
	    "réponse : elle n’est demandée qu’une fois. Lettres minuscules, "
	    "chiffres et tirets.") },
	{ "type", N_("Type de réponse"), NULL },
	{ "label", N_("Question"), N_("Comme vous la poseriez à voix haute.") },
	{ "hint", N_("Aide"), N_("Affichée avant la réponse : un exemple, une "
	    "précision.") },
	{ "required", N_("Réponse demandée"), N_("Sans elle, le dossier ne peut "
	    "pas être déposé.") },
	{ "private", N_("Réponse privée"), N_("Jamais publique, quel que soit "
	    "l’état du projet.") },
	{ "maps_to", N_("Cette réponse donne"), N_("Ce que la plateforme en "
	    "fait, en plus de la garder.") },
	{ "options", N_("Réponses proposées"), N_("Une par ligne. Pour garder "
	    "une clé : « cle = Réponse proposée ».") },
	{ "options_from", N_("Réponses tirées de"), NULL },
	{ "min", N_("Au moins"), NULL },
	{ "max", N_("Au plus"), NULL },
	{ "max_length", N_("Longueur au plus"), N_("En caractères.") },
	{ "decimals", N_("Décimales"), NULL },
	{ "unit", N_("Unité"), NULL },
	{ "visible_if", N_("Afficher si"), NULL },
	{ "required_if", N_("Demander si"), NULL },
	{ "forbidden_if", N_("Refuser si"), NULL },
	{ "at_least", N_("Pas moins que la réponse à"), NULL },
	{ "at_most", N_("Pas plus que la réponse à"), NULL },
	{ "balance", N_("Totaux à retrouver"), N_("Les montants que le plan "
	    "doit égaler.") },
	{ "costs", N_("Dépenses"), NULL },
	{ "sources", N_("Ressources"), NULL },
	{ "must_be", N_("Réponse qui permet de déposer"), NULL },
	{ "nature", N_("Nature du document"), N_("En un mot : statuts, rib, "
	    "devis…") },
	{ "accept", N_("Types de fichiers"), N_("Par exemple : pdf, odt, "
	    "jpg.") },
	{ "valid_months", N_("Durée de validité"), N_("En mois.") },
	{ "level", N_("Niveau de territoire"), NULL },
	{ "within", N_("Limité à"), NULL },
	{ "pattern", N_("Motif"), N_("Une expression régulière.") },
	{ "example", N_("Exemple"), N_("Un texte que le motif accepte.") },
	{ "mistake", N_("Message si le motif refuse"), NULL },
	{ "second", N_("Question de la seconde liste"), NULL },
	{ "list", N_("Liste de référence"), NULL },
	{ "needs", N_("Demander aussi"), NULL },
	{ "drawings", N_("Tracés possibles"), NULL },
	{ "vertices", N_("Points au plus par tracé"), NULL },
	{ "model", N_("Modèle à télécharger"), N_("Le nom du fichier.") },
	{ "kinds", N_("Liens possibles vers"), NULL },
	{ "indicators", N_("Indicateurs proposés"), N_("Leurs clés.") },
	{ "item", N_("Nom d’une ligne"), N_("Par exemple : partenaire.") },
	{ "rows", N_("Lignes fixes"), NULL },
	{ "row_total", N_("Total de chaque ligne"), NULL },
	{ "total", N_("Total de la colonne"), NULL },
	{ "fields", N_("Questions répétées"), NULL },
	{ "columns", N_("Colonnes"), NULL },
	{ "depth", N_("Niveau du titre"), N_("De 1 à 3.") },
	{ "formula", N_("Formule"), N_("Par exemple : « 80 % * cout ». Les noms à "
	    "écrire sont plus bas.") },
	{ "as", N_("Montrée comme"), NULL },
	{ "must", N_("Ce qui doit être vrai :"), NULL },
	{ "when", N_("Le projet n’est pas éligible quand :"), NULL },
	{ "message", N_("Message"), N_("Ce que lira le porteur : dites-lui "
	    "ce qu’il peut faire.") },
	{ "at", N_("À côté de quelles questions le dire"), N_("Aucune cochée : "
	    "à côté de celles que la règle regarde.") },
	{ "blocks", N_("Ce que cela entraîne"), NULL },
	{ "rules", N_("Règles de validation"), NULL },
	{ "ineligible_if", N_("Motifs d’inéligibilité"), NULL },
	{ "title", N_("Titre"), NULL },
	{ "intro", N_("Introduction"), NULL },
	{ "kind", N_("Ce que décrit le formulaire"), NULL },
	{ NULL, NULL, NULL }
};

static const struct word values[] = {
	{ "maps_to=title", N_("le titre du projet"), NULL },
	{ "maps_to=summary", N_("le résumé"), NULL },
	{ "maps_to=description", N_("la description"), NULL },
	{ "maps_to=territory", N_("le territoire"), NULL },
	{ "maps_to=theme", N_("le thème"), NULL },
	{ "maps_to=cost", N_("le coût total"), NULL },
	{ "maps_to=requested", N_("le montant demandé"), NULL },
	{ "maps_to=start", N_("le début"), NULL },
	{ "maps_to=end", N_("la fin"), NULL },
	{ "maps_to=organisation", N_("la structure porteuse"), NULL },
	{ "maps_to=point", N_("le point sur la carte"), NULL },
	{ "maps_to=milestones", N_("le calendrier"), NULL },
	{ "maps_to=funding", N_("le plan de financement"), NULL },
	{ "maps_to=maturity", N_("la maturité"), NULL },
	{ "options_from=themes", N_("les thèmes de la plateforme"), NULL },
	{ "within=platform", N_("le territoire de la plateforme"), NULL },
	{ "as=integer", N_("un nombre entier"), NULL },
	{ "as=decimal", N_("un nombre décimal"), NULL },
	{ "as=money", N_("un montant en euros"), NULL },
	{ "as=percentage", N_("un pourcentage"), NULL },
	{ "as=date", N_("une date"), NULL },
	{ "kinds=project", N_("un projet"), NULL },
	{ "kinds=commons", N_("un commun"), NULL },
	{ "kinds=place", N_("un lieu"), NULL },
	{ "kinds=event", N_("un événement"), NULL },
	{ "kinds=resource", N_("une ressource"), NULL },
	{ "level=commune", N_("commune"), NULL },
	{ "level=epci", N_("intercommunalité"), NULL },
	{ "level=departement", N_("département"), NULL },
	{ "level=region", N_("région"), NULL },
	{ "needs=role", N_("la fonction"), NULL },
	{ "needs=email", N_("l’adresse électronique"), NULL },
	{ "needs=phone", N_("le téléphone"), NULL },
	{ "drawings=point", N_("des points"), NULL },
	{ "drawings=line", N_("des lignes"), NULL },
	{ "drawings=area", N_("des surfaces"), NULL },
	{ NULL, NULL, NULL }
};

static const struct word kinds[] = {
	{ "project", N_("un projet : le dossier unique"), NULL },
	{ "supplement", N_("les questions propres à un appel"), NULL },
	{ "commons", N_("un commun"), NULL },
	{ "place", N_("un lieu"), NULL },
	{ "event", N_("un événement"), NULL },
	{ "resource", N_("une ressource"), NULL },
	{ "annotation", N_("ce que l’instruction note"), NULL },
	{ NULL, NULL, NULL }
};

static const struct word *
word(const struct word *table, const char *name)
{
	for (; table->name != NULL; table++)
		if (strcmp(table->name, name) == 0)
			return table;
	return NULL;
}

static const char *
said(const struct word *table, const char *name)
{
	const struct word *w = word(table, name);

	return w == NULL ? name : _(w->said);
}

static const char *
about(const struct word *table, const char *name)
{
	const struct word *w = word(table, name);

	return w == NULL || w->about == NULL ? NULL : _(w->about);
}

const char *
form_type_said(const char *type)
{
	return said(types, type);
}

const char *
form_type_about(const char *type)
{
	return about(types, type);
}

const char *
form_member_said(const char *member)
{
	return said(members, member);
}

const char *
form_member_about(const char *member)
{
	return about(members, member);
}

const char *
form_value_said(const char *member, const char *value)
{
	const struct word *w;
	size_t len = strlen(member);

	for (w = values; w->name != NULL; w++)
		if (strncmp(w->name, member, len) == 0 &&
		    w->name[len] == '=' && strcmp(w->name + len + 1, value) == 0)
			return _(w->said);
	return strcmp(member, "kind") == 0 ? said(kinds, value) : value;
}

const char *
form_kind_said(const char *kind)
{
	return said(kinds, kind);
}
