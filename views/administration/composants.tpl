{{%AUTOESCAPE context="HTML"}}
{{! The living page of components, for administrators: each one once, with the
	markers of its partial filled by the handler, so that a theme can be judged.
	PALETTES rows { PALETTE } (1 to 15, and 0)
	SAMPLE_CARDS { CARDS rows }   SAMPLE_FIGURES { FIGURES rows }
	SAMPLE_FUNDING { funding.tpl }   SAMPLE_INDICATORS rows (indicator.tpl)
	SAMPLE_COLUMNS, SAMPLE_LINE, SAMPLE_BARS rows (charts)
	SAMPLE_FACETS { FACETS, FILTERED }   SAMPLE_RAIL { step_rail.tpl }
	SAMPLE_FORM { ERRORS_SHOWN, FIELDS rows (field.tpl), SAVE_STATE_TEXT }
	SAMPLE_FILES { FILES rows }   SAMPLE_TIMELINE { EVENTS rows }
	SAMPLE_THREAD { MESSAGES rows }   SAMPLE_EMPTY { EMPTY }
	SAMPLE_TABLE { table.tpl }   SAMPLE_PAGER { pager.tpl }   SAMPLE_TABS { tabs.tpl }
	SAMPLE_TERMS { TERMS rows }   SAMPLE_SCORES { scores.tpl }
	SAMPLE_CALL { call_card.tpl }   SAMPLE_JOURNAL { JOURNAL_ROWS rows }
	SAMPLE_MAP { map_drawn.tpl }   SAMPLE_DIALOG { dialog.tpl } }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<h1>[[Composants]]</h1>
<p class="lead">[[Tout ce dont les pages sont faites, avec les couleurs et les lettres de cette plateforme. Regardez-les en clair, en sombre, sur un téléphone et imprimés.]]</p>

<section class="sample" aria-labelledby="s-couleurs">
<h2 id="s-couleurs">[[Couleurs]]</h2>
<ul class="swatches">
<li><span class="swatch swatch-paper"></span>[[Papier]]</li>
<li><span class="swatch swatch-card"></span>[[Carte]]</li>
<li><span class="swatch swatch-ink"></span>[[Encre]]</li>
<li><span class="swatch swatch-soft"></span>[[Encre douce]]</li>
<li><span class="swatch swatch-accent"></span>[[Accent]]</li>
<li><span class="swatch swatch-accent-wash"></span>[[Lavis d’accent]]</li>
<li><span class="swatch swatch-clay"></span>[[Argile : refus, erreur]]</li>
<li><span class="swatch swatch-clay-wash"></span>[[Lavis d’argile]]</li>
<li><span class="swatch swatch-ochre"></span>[[Ocre : attente]]</li>
<li><span class="swatch swatch-ochre-wash"></span>[[Lavis d’ocre]]</li>
<li><span class="swatch swatch-sky"></span>[[Ciel : nouveau, information]]</li>
<li><span class="swatch swatch-sky-wash"></span>[[Lavis de ciel]]</li>
</ul>
</section>

<section class="sample" aria-labelledby="s-themes">
<h2 id="s-themes">[[Thèmes]]</h2>
<ul class="panels">
{{#PALETTES}}<li class="look-{{PALETTE}}"><div class="panel"><span class="panel-words">[[Palette]] {{PALETTE}}</span></div></li>
{{/PALETTES}}</ul>
</section>

<section class="sample" aria-labelledby="s-textes">
<h2 id="s-textes">[[Textes]]</h2>
<div class="prose">
<p class="lead">[[Un chapeau dit l’essentiel en deux lignes.]]</p>
<h3>[[Un intertitre]]</h3>
<p>[[Un paragraphe se lit sur soixante-cinq signes au plus. Il peut contenir]] <a href="#s-textes">[[un lien]]</a>, <strong>[[un passage important]]</strong> [[et]] <kbd>J</kbd>.</p>
<ul><li>[[Une liste courte]]</li><li>[[avec deux lignes]]</li></ul>
<blockquote><p>[[Une parole rapportée.]]</p></blockquote>
</div>
</section>

<section class="sample" aria-labelledby="s-boutons">
<h2 id="s-boutons">[[Boutons et états]]</h2>
<p class="cluster"><button class="button" type="button">[[Action principale]]</button> <button class="button button-plain" type="button">[[Autre action]]</button> <button class="button button-danger" type="button">[[Retirer]]</button> <button class="button button-plain button-small" type="button">[[Petite]]</button> <button class="button-link" type="button">[[Comme un lien]]</button></p>
<p class="cluster"><span class="chip chip-neutral">[[Brouillon]]</span> <span class="chip chip-info">[[nouveau]]</span> <span class="chip chip-wait">[[En instruction]]</span> <span class="chip chip-ok">[[Décidé, financé]]</span> <span class="chip chip-refuse">[[Non retenu]]</span></p>
</section>

<section class="sample" aria-labelledby="s-annonces">
<h2 id="s-annonces">[[Annonces]]</h2>
<div class="notice"><p>[[Une information utile à cet endroit.]]</p></div>
<div class="notice notice-ok"><p>[[Ce qui est acquis.]]</p></div>
<div class="notice notice-wait"><p>[[Ce qui manque encore.]]</p></div>
<div class="notice notice-refuse"><p>[[Ce qui ne peut pas se faire, et pourquoi.]]</p></div>
<div class="toast toast-ok"><p>[[Votre projet est présenté.]]</p></div>
</section>

{{#SAMPLE_FIGURES}}<section class="sample" aria-labelledby="s-chiffres">
<h2 id="s-chiffres">[[Chiffres]]</h2>
[[> partials/figures.tpl]]
</section>
{{/SAMPLE_FIGURES}}{{#SAMPLE_CARDS}}<section class="sample" aria-labelledby="s-cartes">
<h2 id="s-cartes">[[Cartes de projets]]</h2>
<ul class="project-list project-list-wide">
{{#CARDS}}<li>
[[> partials/card.tpl]]
</li>
{{/CARDS}}</ul>
</section>
{{/SAMPLE_CARDS}}{{#SAMPLE_CALL}}<section class="sample" aria-labelledby="s-appel">
<h2 id="s-appel">[[Appel]]</h2>
[[> partials/call_card.tpl]]
</section>
{{/SAMPLE_CALL}}{{#SAMPLE_FUNDING}}<section class="sample" aria-labelledby="s-argent">
<h2 id="s-argent">[[Qui finance quoi]]</h2>
[[> partials/funding.tpl]]
</section>
{{/SAMPLE_FUNDING}}<section class="sample" aria-labelledby="s-graphiques">
<h2 id="s-graphiques">[[Graphiques et mesures]]</h2>
<div class="charts">
{{#SAMPLE_COLUMNS}}
[[> partials/chart_columns.tpl]]
{{/SAMPLE_COLUMNS}}{{#SAMPLE_LINE}}
[[> partials/chart_line.tpl]]
{{/SAMPLE_LINE}}{{#SAMPLE_BARS}}
[[> partials/chart_bars.tpl]]
{{/SAMPLE_BARS}}{{#SAMPLE_INDICATORS}}
[[> partials/indicator.tpl]]
{{/SAMPLE_INDICATORS}}</div>
</section>
{{#SAMPLE_MAP}}<section class="sample" aria-labelledby="s-carte">
<h2 id="s-carte">[[Carte dessinée par le serveur]]</h2>
<div class="map narrow">
[[> partials/map_drawn.tpl]]
</div>
</section>
{{/SAMPLE_MAP}}{{#SAMPLE_FACETS}}<section class="sample" aria-labelledby="s-filtres">
<h2 id="s-filtres">[[Filtres]]</h2>
<button class="button button-plain button-small facets-open" type="button" popovertarget="filtres">[[Filtrer]]</button>
[[> partials/filters.tpl]]
[[> partials/facets.tpl]]
</section>
{{/SAMPLE_FACETS}}{{#SAMPLE_RAIL}}<section class="sample" aria-labelledby="s-etapes">
<h2 id="s-etapes">[[Étapes d’un dossier]]</h2>
<div class="step-page">
[[> partials/step_rail.tpl]]
</div>
</section>
{{/SAMPLE_RAIL}}{{#SAMPLE_FORM}}<section class="sample" aria-labelledby="s-champs">
<h2 id="s-champs">[[Champs]]</h2>
[[> partials/error_summary.tpl]]
<form class="form" novalidate>
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}<div class="acts acts-ruled">
<button class="button" type="button">[[Enregistrer et continuer]]</button>
[[> partials/save_state.tpl]]
</div>
</form>
</section>
{{/SAMPLE_FORM}}{{#SAMPLE_FILES}}<section class="sample" aria-labelledby="s-pieces">
<h2 id="s-pieces">[[Pièces]]</h2>
[[> partials/files.tpl]]
</section>
{{/SAMPLE_FILES}}{{#SAMPLE_TIMELINE}}<section class="sample" aria-labelledby="s-histoire">
<h2 id="s-histoire">[[Histoire d’un dossier]]</h2>
[[> partials/timeline.tpl]]
</section>
{{/SAMPLE_TIMELINE}}{{#SAMPLE_THREAD}}<section class="sample" aria-labelledby="s-echanges">
<h2 id="s-echanges">[[Échanges]]</h2>
[[> partials/thread.tpl]]
</section>
{{/SAMPLE_THREAD}}{{#SAMPLE_SCORES}}<section class="sample" aria-labelledby="s-notes">
<h2 id="s-notes">[[Grille de notes]]</h2>
[[> partials/scores.tpl]]
</section>
{{/SAMPLE_SCORES}}{{#SAMPLE_TABS}}<section class="sample" aria-labelledby="s-onglets">
<h2 id="s-onglets">[[Onglets]]</h2>
[[> partials/tabs.tpl]]
</section>
{{/SAMPLE_TABS}}{{#SAMPLE_TABLE}}<section class="sample" aria-labelledby="s-tableau">
<h2 id="s-tableau">[[Tableau]]</h2>
[[> partials/table.tpl]]
</section>
{{/SAMPLE_TABLE}}{{#SAMPLE_PAGER}}<section class="sample" aria-labelledby="s-pages">
<h2 id="s-pages">[[Pages de résultats]]</h2>
[[> partials/pager.tpl]]
</section>
{{/SAMPLE_PAGER}}{{#SAMPLE_TERMS}}<section class="sample" aria-labelledby="s-fiche">
<h2 id="s-fiche">[[Fiche]]</h2>
[[> partials/terms.tpl]]
</section>
{{/SAMPLE_TERMS}}{{#SAMPLE_JOURNAL}}<section class="sample" aria-labelledby="s-journal">
<h2 id="s-journal">[[Journal public]]</h2>
<ol class="journal">
{{#JOURNAL_ROWS}}
[[> partials/journal_row.tpl]]
{{/JOURNAL_ROWS}}</ol>
</section>
{{/SAMPLE_JOURNAL}}{{#SAMPLE_EMPTY}}<section class="sample" aria-labelledby="s-vide">
<h2 id="s-vide">[[Rien encore]]</h2>
[[> partials/empty.tpl]]
</section>
{{/SAMPLE_EMPTY}}{{#SAMPLE_DIALOG}}<section class="sample" aria-labelledby="s-question">
<h2 id="s-question">[[Question avant d’agir]]</h2>
<p><a class="button button-danger" href="#s-question" data-dialog="{{DIALOG_ID}}">[[Retirer ce projet]]</a></p>
[[> partials/dialog.tpl]]
</section>
{{/SAMPLE_DIALOG}}</div>
[[> layout/bottom.tpl]]
