-- The schema of Terreau: what the migrations must add up to (tests/sql).
--
-- Conventions. id: INTEGER PRIMARY KEY. *_at: Unix seconds, UTC. *_on: a day,
-- 'YYYY-MM-DD'. *_cents: euro cents. *_json: canonical JSON text. States are
-- TEXT with CHECK. folded: lower case without accents, for searching. All
-- tables are STRICT. Words are those of doc/glossary.md.

-- --- the installation ------------------------------------------------------

-- One row per migration applied, in order.
CREATE TABLE migration (
	number INTEGER PRIMARY KEY,		-- NNNN of the file name
	name TEXT NOT NULL,			-- the rest of the file name
	applied_at INTEGER NOT NULL
) STRICT;

-- Small facts of the installation that are not files.
CREATE TABLE setting (
	key TEXT PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Work to do outside web requests, written with its cause (terreau jobs).
CREATE TABLE job (
	id INTEGER PRIMARY KEY,
	kind TEXT NOT NULL,			-- mail, wiki_preview, checkpoint...
	key TEXT,				-- same kind and key: the same job
	payload_json TEXT NOT NULL,
	state TEXT NOT NULL DEFAULT 'ready'
	    CHECK (state IN ('ready', 'running', 'done', 'failed')),
	run_at INTEGER NOT NULL,		-- not before
	attempts INTEGER NOT NULL DEFAULT 0,
	lease_until INTEGER,			-- running: whose lease ends when
	progress_done INTEGER NOT NULL DEFAULT 0,
	progress_total INTEGER NOT NULL DEFAULT 0,	-- 0: unknown
	-- asked for again while it was running
	again INTEGER NOT NULL DEFAULT 0 CHECK (again IN (0, 1)),
	message TEXT,				-- last error or what it is doing
	created_at INTEGER NOT NULL,
	ended_at INTEGER,
	UNIQUE (kind, key)
) STRICT;
CREATE INDEX job_due ON job (state, run_at);

-- --- territories -----------------------------------------------------------

-- Every territory: France down to the commune, districts, custom perimeters.
CREATE TABLE territory (
	id INTEGER PRIMARY KEY,
	kind TEXT NOT NULL CHECK (kind IN ('country', 'region', 'departement',
	    'epci', 'commune', 'district', 'perimeter')),
	code TEXT NOT NULL,			-- INSEE code, or SIREN of an EPCI
	siren TEXT,				-- nine digits
	name TEXT NOT NULL,
	folded TEXT NOT NULL,
	parent_id INTEGER REFERENCES territory (id), -- the one shown in a path
	population INTEGER NOT NULL DEFAULT 0,
	postcodes TEXT NOT NULL DEFAULT '',	-- separated by spaces
	lon_e6 INTEGER,				-- degrees east × 1,000,000
	lat_e6 INTEGER,
	approximate INTEGER NOT NULL DEFAULT 0 CHECK (approximate IN (0, 1)),
	hull_json TEXT,				-- GeoJSON geometry for maps, cached
	UNIQUE (kind, code)
) STRICT;
CREATE INDEX territory_folded ON territory (folded, population);
CREATE INDEX territory_code ON territory (code);
CREATE INDEX territory_parent ON territory (parent_id);
CREATE INDEX territory_siren ON territory (siren);

-- Who is inside whom, itself included (depth 0).
CREATE TABLE territory_within (
	inner_id INTEGER NOT NULL REFERENCES territory (id) ON DELETE CASCADE,
	outer_id INTEGER NOT NULL REFERENCES territory (id) ON DELETE CASCADE,
	depth INTEGER NOT NULL,
	PRIMARY KEY (inner_id, outer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX territory_within_outer ON territory_within (outer_id, inner_id);

-- Codes of communes that merged, and of delegated communes.
CREATE TABLE territory_alias (
	code TEXT PRIMARY KEY,
	territory_id INTEGER NOT NULL REFERENCES territory (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX territory_alias_of ON territory_alias (territory_id);

-- What a territory is found by when its beginning is typed: its folded name, the
-- rest of it from each word, codes, postal codes, names of merged communes.
CREATE TABLE territory_term (
	term TEXT NOT NULL,
	territory_id INTEGER NOT NULL REFERENCES territory (id) ON DELETE CASCADE,
	weight INTEGER NOT NULL,		-- the greatest is shown first
	PRIMARY KEY (term, territory_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX territory_term_of ON territory_term (territory_id);

-- --- people ----------------------------------------------------------------

-- An account.
CREATE TABLE person (
	id INTEGER PRIMARY KEY,
	email TEXT NOT NULL UNIQUE,		-- lower case
	name TEXT NOT NULL,
	password_hash TEXT,			-- Argon2id; NULL: link by mail only
	lang TEXT NOT NULL DEFAULT 'fr',
	phone TEXT,
	-- reminders of calls that close soon are sent to them
	reminders INTEGER NOT NULL DEFAULT 1 CHECK (reminders IN (0, 1)),
	-- how comments of the dossiers they are on are mailed to them
	comments TEXT NOT NULL DEFAULT 'soon' CHECK (comments IN ('none',
	    'soon', 'daily')),
	admin INTEGER NOT NULL DEFAULT 0 CHECK (admin IN (0, 1)),
	confirmed_at INTEGER,			-- address proved
	created_at INTEGER NOT NULL,
	seen_at INTEGER,			-- last used, to the hour
	idle_noticed_at INTEGER,		-- told that it ends, unused so long
	idle_last_at INTEGER,			-- told again, a week before
	closed_at INTEGER			-- account ended, personal data gone
) STRICT;
CREATE INDEX person_idle ON person (coalesce(seen_at, created_at))
    WHERE idle_noticed_at IS NULL AND closed_at IS NULL;
CREATE INDEX person_noticed ON person (idle_noticed_at)
    WHERE idle_noticed_at IS NOT NULL AND closed_at IS NULL;
CREATE INDEX person_unproved ON person (created_at)
    WHERE confirmed_at IS NULL AND closed_at IS NULL;

-- A link sent by mail; the token itself is only in the message.
CREATE TABLE email_token (
	hash BLOB PRIMARY KEY,			-- SHA-256 of the token
	purpose TEXT NOT NULL CHECK (purpose IN ('confirm', 'sign_in', 'invite',
	    'password', 'email')),
	email TEXT NOT NULL,			-- whom the message was sent to
	person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
	invitation_id INTEGER REFERENCES invitation (id) ON DELETE CASCADE,
	data_json TEXT,				-- confirm: the account to make
	next_url TEXT,				-- local path to open afterwards
	expires_at INTEGER NOT NULL,
	used_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX email_token_email ON email_token (email, expires_at);
CREATE INDEX email_token_person ON email_token (person_id);
CREATE INDEX email_token_invitation ON email_token (invitation_id);
CREATE INDEX email_token_expiry ON email_token (expires_at);

-- A browser where somebody is signed in.
CREATE TABLE session (
	id INTEGER PRIMARY KEY,
	hash BLOB NOT NULL UNIQUE,		-- SHA-256 of the cookie's token
	person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
	address TEXT,
	agent TEXT,				-- browser, shown in "my sessions"
	created_at INTEGER NOT NULL,
	seen_at INTEGER NOT NULL,		-- refreshed at most once an hour
	expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX session_person ON session (person_id);
CREATE INDEX session_expiry ON session (expires_at);

-- Failures that slow down sign-in, per account and per address.
CREATE TABLE throttle (
	subject TEXT PRIMARY KEY,		-- 'account:…' or 'address:…', hashed
	failures INTEGER NOT NULL,
	last_at INTEGER NOT NULL,
	blocked_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX throttle_last ON throttle (last_at);

-- A form sent after its session ended: shown again after sign-in.
CREATE TABLE parked_form (
	hash BLOB PRIMARY KEY,			-- SHA-256 of the token in the URL
	person_id INTEGER REFERENCES person (id) ON DELETE CASCADE, -- if known
	fields_json TEXT NOT NULL,		-- [[name, value], …] without secrets
	created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX parked_form_age ON parked_form (created_at);
CREATE INDEX parked_form_person ON parked_form (person_id);

-- A key that lets a program begin dossiers in a person's name.
CREATE TABLE api_token (
	id INTEGER PRIMARY KEY,
	person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
	hash BLOB NOT NULL UNIQUE,		-- SHA-256 of the token
	label TEXT NOT NULL,
	scope TEXT NOT NULL CHECK (scope IN ('dossiers')),
	created_at INTEGER NOT NULL,
	expires_at INTEGER NOT NULL,
	used_at INTEGER,
	-- dossiers begun with it within the hour that began then
	hour_at INTEGER NOT NULL DEFAULT 0,
	hour_uses INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX api_token_person ON api_token (person_id);

-- A legal body that can own dossiers, fund, publish.
CREATE TABLE organisation (
	id INTEGER PRIMARY KEY,
	slug TEXT NOT NULL UNIQUE,
	kind TEXT NOT NULL CHECK (kind IN ('association', 'company',
	    'municipality', 'public', 'cooperative', 'informal', 'other')),
	name TEXT NOT NULL,
	folded TEXT NOT NULL,
	siret TEXT UNIQUE,			-- 14 digits, key checked
	rna TEXT UNIQUE,			-- W + 9 digits
	verified_at INTEGER,			-- by a directory, else NULL
	asked_at INTEGER,			-- the directory was asked last
	activity TEXT,				-- NAF code, as the directory says
	legal_form TEXT,			-- code of its legal category
	territory_id INTEGER REFERENCES territory (id),
	address TEXT,
	email TEXT,
	phone TEXT,
	website TEXT,
	description TEXT,
	created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX organisation_folded ON organisation (folded);
CREATE INDEX organisation_territory ON organisation (territory_id);

-- Who belongs to an organisation.
CREATE TABLE membership (
	organisation_id INTEGER NOT NULL REFERENCES organisation (id)
	    ON DELETE CASCADE,
	person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
	role TEXT NOT NULL CHECK (role IN ('member', 'administrator')),
	title TEXT,				-- treasurer, director…
	since_at INTEGER NOT NULL,
	PRIMARY KEY (organisation_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_person ON membership (person_id);

-- Someone is asked by mail to join an organisation, a dossier or a role.
CREATE TABLE invitation (
	id INTEGER PRIMARY KEY,
	email TEXT NOT NULL,
	organisation_id INTEGER REFERENCES organisation (id) ON DELETE CASCADE,
	dossier_id INTEGER REFERENCES dossier (id) ON DELETE CASCADE,
	role TEXT NOT NULL,			-- membership role, level, or role
	scope_kind TEXT,			-- with role: as in role_grant
	scope_id INTEGER,
	platform_id INTEGER REFERENCES platform (id) ON DELETE CASCADE,
	invited_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	created_at INTEGER NOT NULL,
	answered_at INTEGER,
	answer TEXT CHECK (answer IN ('accepted', 'refused'))
) STRICT;
CREATE INDEX invitation_organisation ON invitation (organisation_id);
CREATE INDEX invitation_dossier ON invitation (dossier_id);
CREATE INDEX invitation_email ON invitation (email);
CREATE INDEX invitation_by ON invitation (invited_by);
CREATE INDEX invitation_platform ON invitation (platform_id, id);

-- A role given to a person at a scope (doc/rights.md).
CREATE TABLE role_grant (
	id INTEGER PRIMARY KEY,
	person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
	role TEXT NOT NULL,			-- built-in name, or role.key
	scope_kind TEXT NOT NULL CHECK (scope_kind IN ('installation',
	    'territory', 'platform', 'call', 'stage', 'theme', 'dossier')),
	scope_id INTEGER NOT NULL,		-- 0 for the installation
	-- holds on this platform only: its own, for a platform, call, stage,
	-- theme or dossier; NULL, for a territory: on every platform
	platform_id INTEGER REFERENCES platform (id) ON DELETE CASCADE,
	granted_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	granted_at INTEGER NOT NULL,
	ends_at INTEGER
) STRICT;
CREATE UNIQUE INDEX role_grant_once ON role_grant (person_id, role, scope_kind,
    scope_id, coalesce(platform_id, 0));
CREATE INDEX role_grant_platform ON role_grant (platform_id, role, id);
CREATE INDEX role_grant_scope ON role_grant (scope_kind, scope_id);
CREATE INDEX role_grant_by ON role_grant (granted_by);

-- --- platforms -------------------------------------------------------------

-- A personalised deployment (costum), loaded from platforms/<slug>/.
CREATE TABLE platform (
	id INTEGER PRIMARY KEY,
	slug TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,
	tagline TEXT NOT NULL DEFAULT '',
	headline TEXT,				-- of the home page
	introduction TEXT,
	lang TEXT NOT NULL DEFAULT 'fr',
	time_zone TEXT NOT NULL DEFAULT 'Europe/Paris',
	territory_id INTEGER REFERENCES territory (id),
	-- the kind of territory that lists and facets show (commune, epci…)
	facet_kind TEXT NOT NULL DEFAULT 'commune',
	service_name TEXT NOT NULL DEFAULT '',
	service_address TEXT NOT NULL DEFAULT '',
	service_email TEXT NOT NULL DEFAULT '',
	service_phone TEXT NOT NULL DEFAULT '',
	settings_json TEXT NOT NULL DEFAULT '{}',	-- platform.json whole
	theme_css TEXT NOT NULL DEFAULT '',	-- custom properties, checked
	created_at INTEGER NOT NULL,
	loaded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX platform_territory ON platform (territory_id);

-- A theme of a platform.
CREATE TABLE theme (
	id INTEGER PRIMARY KEY,
	platform_id INTEGER NOT NULL REFERENCES platform (id) ON DELETE CASCADE,
	key TEXT NOT NULL,
	label TEXT NOT NULL,
	palette INTEGER NOT NULL DEFAULT 1,	-- 1…8: drawing and colour
	position INTEGER NOT NULL,
	UNIQUE (platform_id, key)
) STRICT;

-- A text page of a platform: legal notice, privacy, about.
CREATE TABLE platform_page (
	platform_id INTEGER NOT NULL REFERENCES platform (id) ON DELETE CASCADE,
	key TEXT NOT NULL,			-- last part of its address
	title TEXT NOT NULL,
	markdown TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (platform_id, key)
) STRICT, WITHOUT ROWID;

-- A role that a platform adds to the built-in ones.
CREATE TABLE role (
	platform_id INTEGER NOT NULL REFERENCES platform (id) ON DELETE CASCADE,
	key TEXT NOT NULL,
	label TEXT NOT NULL,
	rights TEXT NOT NULL,			-- right names separated by spaces
	PRIMARY KEY (platform_id, key)
) STRICT, WITHOUT ROWID;

-- --- forms -----------------------------------------------------------------

-- A form of a platform; its content is in its revisions.
CREATE TABLE form (
	id INTEGER PRIMARY KEY,
	platform_id INTEGER NOT NULL REFERENCES platform (id) ON DELETE CASCADE,
	key TEXT NOT NULL,
	label TEXT NOT NULL,
	UNIQUE (platform_id, key)
) STRICT;

-- What a form asked at a time; a published revision never changes.
CREATE TABLE form_revision (
	id INTEGER PRIMARY KEY,
	form_id INTEGER NOT NULL REFERENCES form (id) ON DELETE CASCADE,
	number INTEGER NOT NULL,
	definition_json TEXT NOT NULL,		-- doc/presets.md
	sha256 TEXT NOT NULL,			-- of definition_json
	published_at INTEGER,			-- NULL: being written
	-- to drafts begun with an older one; else only to new dossiers
	offered INTEGER NOT NULL DEFAULT 1 CHECK (offered IN (0, 1)),
	edits INTEGER NOT NULL DEFAULT 0,	-- grows with each change of a draft
	edited_at INTEGER,
	edited_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	UNIQUE (form_id, number)
) STRICT;
CREATE INDEX form_revision_by ON form_revision (edited_by);
-- One at a time is being written.
CREATE UNIQUE INDEX form_revision_draft ON form_revision (form_id)
WHERE published_at IS NULL;
CREATE TRIGGER form_revision_frozen BEFORE UPDATE OF form_id, number,
    definition_json, sha256, published_at ON form_revision
WHEN OLD.published_at IS NOT NULL
BEGIN
	SELECT RAISE(ABORT, 'a published revision never changes');
END;

-- --- reference lists --------------------------------------------------------

-- A list that questions of a platform choose from: loaded from CSV.
CREATE TABLE reference_list (
	id INTEGER PRIMARY KEY,
	platform_id INTEGER NOT NULL REFERENCES platform (id) ON DELETE CASCADE,
	key TEXT NOT NULL,
	label TEXT NOT NULL,
	source TEXT NOT NULL DEFAULT '',	-- file it came from
	items INTEGER NOT NULL DEFAULT 0,	-- offered
	sha256 TEXT NOT NULL DEFAULT '',	-- of what was loaded
	loaded_at INTEGER NOT NULL,
	UNIQUE (platform_id, key)
) STRICT;

-- What may be chosen; what left its list stays, for the answers that have it.
CREATE TABLE reference_item (
	list_id INTEGER NOT NULL REFERENCES reference_list (id)
	    ON DELETE CASCADE,
	key TEXT NOT NULL,
	label TEXT NOT NULL,
	folded TEXT NOT NULL,			-- text_fold of label
	parent TEXT,				-- what groups it, as written
	position INTEGER NOT NULL,		-- in its file
	retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
	PRIMARY KEY (list_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX reference_item_position ON reference_item (list_id, retired,
    position);
CREATE INDEX reference_item_folded ON reference_item (list_id, folded);

-- --- calls -----------------------------------------------------------------

-- What a funder opens.
CREATE TABLE call (
	id INTEGER PRIMARY KEY,
	uuid TEXT NOT NULL UNIQUE,		-- stable, for open data
	platform_id INTEGER NOT NULL REFERENCES platform (id),
	slug TEXT NOT NULL,
	title TEXT NOT NULL,
	promise TEXT NOT NULL DEFAULT '',	-- one line, imperative
	description TEXT NOT NULL DEFAULT '',	-- Markdown
	eligibility TEXT NOT NULL DEFAULT '',	-- Markdown, a criterion a bullet
	funder_id INTEGER REFERENCES organisation (id),
	territory_id INTEGER REFERENCES territory (id),
	form_id INTEGER REFERENCES form (id),	-- the deposit form
	status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft',
	    'published', 'closed', 'unpublished')),
	opens_at INTEGER,
	closes_at INTEGER,			-- NULL: permanent
	envelope_cents INTEGER,
	max_rate_percent INTEGER CHECK (max_rate_percent BETWEEN 0 AND 100),
	-- what silence means, and after how many months (standards: CRPA L231)
	silence TEXT NOT NULL DEFAULT 'reject' CHECK (silence IN ('accept',
	    'reject', 'none')),
	silence_months INTEGER NOT NULL DEFAULT 2,
	remedies TEXT NOT NULL DEFAULT '',	-- voies de recours
	decision_days INTEGER,			-- usual delay announced
	settings_json TEXT NOT NULL DEFAULT '{}',
	created_at INTEGER NOT NULL,
	UNIQUE (platform_id, slug)
) STRICT;
CREATE INDEX call_list ON call (platform_id, status, closes_at);
CREATE INDEX call_funder ON call (funder_id);
CREATE INDEX call_territory ON call (territory_id);
CREATE INDEX call_form ON call (form_id);

-- The themes a call is about; none: all.
CREATE TABLE call_theme (
	call_id INTEGER NOT NULL REFERENCES call (id) ON DELETE CASCADE,
	theme_id INTEGER NOT NULL REFERENCES theme (id) ON DELETE CASCADE,
	PRIMARY KEY (call_id, theme_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX call_theme_theme ON call_theme (theme_id);

-- One step of a call.
CREATE TABLE stage (
	id INTEGER PRIMARY KEY,
	call_id INTEGER NOT NULL REFERENCES call (id) ON DELETE CASCADE,
	position INTEGER NOT NULL,
	key TEXT NOT NULL,
	label TEXT NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('proposition', 'decision', 'funding',
	    'follow_up')),
	opens_at INTEGER,
	closes_at INTEGER,
	-- who sees the reviews of others, before and after one's own
	reviews_visible TEXT NOT NULL DEFAULT 'after_own' CHECK (reviews_visible
	    IN ('never', 'after_own', 'always')),
	quorum INTEGER NOT NULL DEFAULT 0,	-- reviews expected
	UNIQUE (call_id, key),
	UNIQUE (call_id, position)
) STRICT;

-- What is scored at a stage: a tree, leaves have levels.
CREATE TABLE criterion (
	id INTEGER PRIMARY KEY,
	stage_id INTEGER NOT NULL REFERENCES stage (id) ON DELETE CASCADE,
	parent_id INTEGER REFERENCES criterion (id) ON DELETE CASCADE,
	position INTEGER NOT NULL,
	key TEXT NOT NULL,
	label TEXT NOT NULL,
	help TEXT NOT NULL DEFAULT '',
	weight INTEGER NOT NULL CHECK (weight >= 0),
	UNIQUE (stage_id, key)
) STRICT;
CREATE INDEX criterion_parent ON criterion (parent_id);

-- A worded step of the scale of a criterion.
CREATE TABLE criterion_level (
	criterion_id INTEGER NOT NULL REFERENCES criterion (id)
	    ON DELETE CASCADE,
	value INTEGER NOT NULL,
	label TEXT NOT NULL,			-- faible, moyenne, forte
	anchor TEXT NOT NULL,			-- what one sees at that level
	PRIMARY KEY (criterion_id, value)
) STRICT, WITHOUT ROWID;

-- --- elements and dossiers -------------------------------------------------

-- Anything described on a platform; a project has a dossier besides.
CREATE TABLE element (
	id INTEGER PRIMARY KEY,
	uuid TEXT NOT NULL UNIQUE,		-- stable, for open data
	platform_id INTEGER NOT NULL REFERENCES platform (id),
	kind TEXT NOT NULL,			-- project, commons, place, event…
	slug TEXT NOT NULL,
	title TEXT NOT NULL,
	summary TEXT NOT NULL DEFAULT '',
	description TEXT NOT NULL DEFAULT '',	-- Markdown
	territory_id INTEGER REFERENCES territory (id),	-- as precise as known
	facet_territory_id INTEGER REFERENCES territory (id), -- at facet_kind
	theme_id INTEGER REFERENCES theme (id),
	lon_e6 INTEGER,
	lat_e6 INTEGER,
	-- where the project stands, for everyone (doc/states.md)
	state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft',
	    'listening', 'submitted', 'under_review', 'accepted', 'refused',
	    'closed', 'withdrawn', 'funded', 'in_progress', 'completed',
	    'abandoned')),
	owner_person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
	owner_organisation_id INTEGER REFERENCES organisation (id),
	holder_name TEXT NOT NULL DEFAULT '',	-- as shown to the public
	thumb_at INTEGER,			-- its small picture was drawn; NULL: none
	starts_on TEXT,
	ends_on TEXT,
	-- sums of plan_cost and plan_source, refreshed by plan_refresh:
	-- promised: what is promised beyond what is granted
	cost_cents INTEGER NOT NULL DEFAULT 0,
	asked_cents INTEGER NOT NULL DEFAULT 0,
	promised_cents INTEGER NOT NULL DEFAULT 0,
	granted_cents INTEGER NOT NULL DEFAULT 0,
	paid_cents INTEGER NOT NULL DEFAULT 0,
	origin TEXT NOT NULL DEFAULT 'deposit' CHECK (origin IN ('deposit',
	    'import', 'wiki', 'demo')),
	origin_url TEXT,
	created_at INTEGER NOT NULL,
	updated_at INTEGER NOT NULL,
	published_at INTEGER,			-- NULL: not public
	UNIQUE (platform_id, slug, kind)
) STRICT;
CREATE INDEX element_territory ON element (territory_id);
CREATE INDEX element_facet_territory ON element (facet_territory_id);
CREATE INDEX element_theme ON element (theme_id);
CREATE INDEX element_person ON element (owner_person_id);
CREATE INDEX element_organisation ON element (owner_organisation_id);

-- Full text of published elements; rowid is element.id. The scope column has
-- one token, 'p' followed by the platform's id.
CREATE VIRTUAL TABLE element_search USING fts5 (
	scope, title, summary, body, holder, place,
	tokenize = "unicode61 remove_diacritics 2",
	prefix = '2 3'
);

-- Published elements counted along every combination of facets, 0 or ''
-- meaning all: what lists and charts show, at any size, without a scan.
CREATE TABLE element_tally (
	platform_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	territory_id INTEGER NOT NULL,		-- element.facet_territory_id
	theme_id INTEGER NOT NULL,
	state TEXT NOT NULL,
	n INTEGER NOT NULL,
	cost_cents INTEGER NOT NULL,
	granted_cents INTEGER NOT NULL,
	promised_cents INTEGER NOT NULL,
	paid_cents INTEGER NOT NULL,
	PRIMARY KEY (platform_id, kind, territory_id, theme_id, state)
) STRICT, WITHOUT ROWID;
-- The busiest territories of a theme and a state are its first entries.
CREATE INDEX element_tally_busiest ON element_tally (platform_id, kind,
    theme_id, state, n DESC, territory_id);

-- Published elements in order, newest first, on a shelf for every combination
-- of facets (0 or '' meaning all): any filter is one walk of this key.
CREATE TABLE element_shelf (
	platform_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	territory_id INTEGER NOT NULL,		-- element.facet_territory_id
	theme_id INTEGER NOT NULL,
	state TEXT NOT NULL,
	published_at INTEGER NOT NULL,
	element_id INTEGER NOT NULL,
	PRIMARY KEY (platform_id, kind, territory_id, theme_id, state,
	    published_at DESC, element_id DESC)
) STRICT, WITHOUT ROWID;
CREATE INDEX element_shelf_element ON element_shelf (element_id);

-- How an element relates to another, or to an organisation: proposed by one
-- side, shown once the other agreed (doc/listening.md).
CREATE TABLE element_link (
	id INTEGER PRIMARY KEY,
	from_id INTEGER NOT NULL REFERENCES element (id) ON DELETE CASCADE,
	to_id INTEGER REFERENCES element (id) ON DELETE CASCADE,
	organisation_id INTEGER REFERENCES organisation (id) ON DELETE CASCADE,
	kind TEXT NOT NULL CHECK (kind IN ('uses', 'documents', 'forks',
	    'located_in', 'part_of', 'run_by')),
	proposed_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	proposed_at INTEGER NOT NULL,
	-- each end agrees; its proposer has for their own
	from_at INTEGER,
	to_at INTEGER,
	CHECK ((to_id IS NULL) <> (organisation_id IS NULL)),
	CHECK (to_id IS NULL OR to_id <> from_id)
) STRICT;
CREATE UNIQUE INDEX element_link_once ON element_link (from_id, kind,
    coalesce(to_id, 0), coalesce(organisation_id, 0));
CREATE INDEX element_link_to ON element_link (to_id);
CREATE INDEX element_link_organisation ON element_link (organisation_id);
CREATE INDEX element_link_by ON element_link (proposed_by);

-- What an element lacks, or has to give; the same words on both sides.
CREATE TABLE element_need (
	element_id INTEGER NOT NULL REFERENCES element (id) ON DELETE CASCADE,
	side TEXT NOT NULL CHECK (side IN ('need', 'offer')),
	kind TEXT NOT NULL CHECK (kind IN ('money', 'people', 'place', 'skills',
	    'equipment', 'advice', 'partner')),
	detail TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (element_id, side, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX element_need_kind ON element_need (side, kind);

-- Free words that its holder puts on an element.
CREATE TABLE element_tag (
	element_id INTEGER NOT NULL REFERENCES element (id) ON DELETE CASCADE,
	tag TEXT NOT NULL,			-- folded
	label TEXT NOT NULL,			-- as typed
	PRIMARY KEY (element_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX element_tag_tag ON element_tag (tag);

-- "Je soutiens", "je contribue": one of each per person, taken back at will.
CREATE TABLE element_backing (
	element_id INTEGER NOT NULL REFERENCES element (id) ON DELETE CASCADE,
	person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
	kind TEXT NOT NULL CHECK (kind IN ('support', 'contribution')),
	message TEXT NOT NULL DEFAULT '',	-- of a contribution, to the holder
	named INTEGER NOT NULL DEFAULT 0,	-- the public may read the name
	since_at INTEGER NOT NULL,
	PRIMARY KEY (element_id, kind, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX element_backing_person ON element_backing (person_id);

-- Two descriptions of one project: from_id points to to_id once both authors
-- agreed, until one of them undoes it. Nothing is moved or erased.
CREATE TABLE element_merge (
	id INTEGER PRIMARY KEY,
	from_id INTEGER NOT NULL REFERENCES element (id) ON DELETE CASCADE,
	to_id INTEGER NOT NULL REFERENCES element (id) ON DELETE CASCADE,
	message TEXT NOT NULL DEFAULT '',
	asked_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	asked_at INTEGER NOT NULL,
	from_at INTEGER,			-- when each author agreed
	to_at INTEGER,
	ended_at INTEGER,			-- refused, taken back or undone
	ended_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	CHECK (from_id <> to_id)
) STRICT;
CREATE UNIQUE INDEX element_merge_live ON element_merge (from_id)
    WHERE ended_at IS NULL;
CREATE INDEX element_merge_from ON element_merge (from_id);
CREATE INDEX element_merge_to ON element_merge (to_id);
CREATE INDEX element_merge_asked ON element_merge (asked_by);
CREATE INDEX element_merge_ended ON element_merge (ended_by);

-- The master file of a project.
CREATE TABLE dossier (
	id INTEGER PRIMARY KEY,
	element_id INTEGER NOT NULL UNIQUE REFERENCES element (id),
	platform_id INTEGER NOT NULL REFERENCES platform (id), -- where begun
	owner_person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
	owner_organisation_id INTEGER REFERENCES organisation (id),
	form_revision_id INTEGER REFERENCES form_revision (id),
	revision INTEGER NOT NULL DEFAULT 0,	-- grows with each saved answer
	asked INTEGER NOT NULL DEFAULT 0,	-- required questions, and those
	answered INTEGER NOT NULL DEFAULT 0,	-- answered, when last saved
	created_at INTEGER NOT NULL,
	updated_at INTEGER NOT NULL,
	trashed_at INTEGER,			-- in the bin since
	-- when its end was announced (domain/retention); 0: it has none
	noticed_at INTEGER
) STRICT;
CREATE INDEX dossier_platform ON dossier (platform_id);
CREATE INDEX dossier_trashed ON dossier (trashed_at)
    WHERE trashed_at IS NOT NULL;
CREATE INDEX dossier_idle ON dossier (updated_at) WHERE noticed_at IS NULL;
CREATE INDEX dossier_noticed ON dossier (noticed_at) WHERE noticed_at > 0;
CREATE INDEX dossier_person ON dossier (owner_person_id);
CREATE INDEX dossier_organisation ON dossier (owner_organisation_id);
CREATE INDEX dossier_form_revision ON dossier (form_revision_id);

-- Other people on a dossier.
CREATE TABLE dossier_member (
	dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
	person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
	level TEXT NOT NULL CHECK (level IN ('view', 'comment', 'edit',
	    'submit')),
	since_at INTEGER NOT NULL,
	PRIMARY KEY (dossier_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX dossier_member_person ON dossier_member (person_id);

-- What the team of a dossier says of a question; nobody else reads it.
CREATE TABLE dossier_comment (
	id INTEGER PRIMARY KEY,
	dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
	key TEXT NOT NULL,			-- question key; '': the whole
	parent_id INTEGER REFERENCES dossier_comment (id) ON DELETE CASCADE,
	author_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
	body TEXT NOT NULL,
	written_at INTEGER NOT NULL,
	closed_at INTEGER,			-- a thread that is settled
	closed_by INTEGER REFERENCES person (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX dossier_comment_dossier ON dossier_comment (dossier_id, id);
CREATE INDEX dossier_comment_parent ON dossier_comment (parent_id);
CREATE INDEX dossier_comment_author ON dossier_comment (author_id);
CREATE INDEX dossier_comment_closed_by ON dossier_comment (closed_by);

-- A dossier offered to another person or body, who accepts or not.
CREATE TABLE dossier_transfer (
	id INTEGER PRIMARY KEY,
	dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
	email TEXT,				-- of the person it is offered to
	organisation_id INTEGER REFERENCES organisation (id) ON DELETE CASCADE,
	message TEXT NOT NULL DEFAULT '',
	asked_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	asked_at INTEGER NOT NULL,
	answered_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	answered_at INTEGER,
	answer TEXT CHECK (answer IN ('accepted', 'refused', 'cancelled')),
	CHECK ((email IS NULL) <> (organisation_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX dossier_transfer_open ON dossier_transfer (dossier_id)
    WHERE answered_at IS NULL;
CREATE INDEX dossier_transfer_dossier ON dossier_transfer (dossier_id);
CREATE INDEX dossier_transfer_organisation ON dossier_transfer
    (organisation_id);
CREATE INDEX dossier_transfer_email ON dossier_transfer (email);
CREATE INDEX dossier_transfer_asked_by ON dossier_transfer (asked_by);
CREATE INDEX dossier_transfer_answered_by ON dossier_transfer (answered_by);

-- Its holder agreed that the services of another platform read what is
-- presented to their calls.
CREATE TABLE dossier_consent (
	dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
	platform_id INTEGER NOT NULL REFERENCES platform (id) ON DELETE CASCADE,
	given_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	given_at INTEGER NOT NULL,
	PRIMARY KEY (dossier_id, platform_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX dossier_consent_platform ON dossier_consent (platform_id);
CREATE INDEX dossier_consent_by ON dossier_consent (given_by);

-- The current answers of a dossier; keys are shared by all calls.
CREATE TABLE answer (
	dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
	-- question key; 'platform/key' when another platform asks something
	-- else under the same key (doc/dossiers.md)
	key TEXT NOT NULL,
	value_json TEXT NOT NULL,
	number INTEGER,				-- cents, integer, day: for filters
	revision INTEGER NOT NULL,		-- dossier.revision when saved
	saved_at INTEGER NOT NULL,
	saved_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	-- whose questions it was given to; NULL: those of the dossier itself
	call_id INTEGER REFERENCES call (id) ON DELETE SET NULL,
	PRIMARY KEY (dossier_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_by ON answer (saved_by);
CREATE INDEX answer_call ON answer (call_id) WHERE call_id IS NOT NULL;
CREATE INDEX answer_number ON answer (key, number);

-- What a scope is called, whatever its kind; the parent of a stage is its call.
CREATE VIEW scope_said AS
SELECT 'platform' AS kind, id, name, NULL AS parent FROM platform
UNION ALL
SELECT 'call', id, title, NULL FROM call
UNION ALL
SELECT 'stage', s.id, s.label, c.title FROM stage AS s
JOIN call AS c ON c.id = s.call_id
UNION ALL
SELECT 'theme', id, label, NULL FROM theme
UNION ALL
SELECT 'territory', id, name, NULL FROM territory
UNION ALL
SELECT 'dossier', d.id, e.title, NULL FROM dossier AS d
JOIN element AS e ON e.id = d.element_id;

-- Roles given, with the words that lists show.
CREATE VIEW role_grant_said AS
SELECT g.id, g.person_id, p.name AS person_name, p.email AS person_email,
    g.role, (SELECT r.label FROM role AS r WHERE r.platform_id = g.platform_id
	AND r.key = g.role) AS role_label,
    g.scope_kind, g.scope_id,
    (SELECT s.name FROM scope_said AS s WHERE s.kind = g.scope_kind
	AND s.id = g.scope_id) AS scope_name,
    (SELECT s.parent FROM scope_said AS s WHERE s.kind = g.scope_kind
	AND s.id = g.scope_id) AS scope_parent,
    g.platform_id, g.granted_at, g.ends_at,
    coalesce((SELECT b.name FROM person AS b WHERE b.id = g.granted_by), '')
    AS granted_by
FROM role_grant AS g JOIN person AS p ON p.id = g.person_id;

-- --- documents -------------------------------------------------------------

-- Bytes stored once: state/files/ab/abcdef….
CREATE TABLE file (
	id INTEGER PRIMARY KEY,
	sha256 TEXT NOT NULL UNIQUE,		-- names the file on disk
	size_bytes INTEGER NOT NULL,
	type TEXT NOT NULL,			-- found by content (libmagic)
	scanned_at INTEGER,			-- by an antivirus, else NULL
	infected TEXT,				-- name of what was found
	created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX file_to_scan ON file (id) WHERE scanned_at IS NULL;
CREATE INDEX file_infected ON file (scanned_at) WHERE infected IS NOT NULL;

-- Model files of a platform, that its questions offer to fill in.
CREATE TABLE platform_file (
	platform_id INTEGER NOT NULL REFERENCES platform (id) ON DELETE CASCADE,
	name TEXT NOT NULL,			-- as the preset calls it
	file_id INTEGER NOT NULL REFERENCES file (id),
	PRIMARY KEY (platform_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX platform_file_file ON platform_file (file_id);

-- A supporting document, deposited once and reused.
CREATE TABLE document (
	id INTEGER PRIMARY KEY,
	nature TEXT NOT NULL,			-- statutes, rib, budget, other…
	label TEXT NOT NULL,
	owner_person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
	owner_organisation_id INTEGER REFERENCES organisation (id),
	kept_at INTEGER,			-- in the vault since; NULL: only joined
	created_at INTEGER NOT NULL,
	removed_at INTEGER			-- from the vault; undone for 14 days
) STRICT;
CREATE INDEX document_person ON document (owner_person_id);
CREATE INDEX document_organisation ON document (owner_organisation_id);
CREATE INDEX document_removed ON document (removed_at)
    WHERE removed_at IS NOT NULL;

-- What a document was at a time.
CREATE TABLE document_version (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
	number INTEGER NOT NULL,
	file_id INTEGER NOT NULL REFERENCES file (id),
	name TEXT NOT NULL,			-- as its sender called it
	issued_on TEXT,				-- what is written on it
	expires_on TEXT,			-- valid that day still
	sent_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	sent_at INTEGER NOT NULL,
	UNIQUE (document_id, number)
) STRICT;
CREATE INDEX document_version_file ON document_version (file_id);
CREATE INDEX document_version_by ON document_version (sent_by);

-- Documents that answer a question of a dossier.
CREATE TABLE dossier_document (
	dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
	key TEXT NOT NULL,			-- question key
	document_id INTEGER NOT NULL REFERENCES document (id),
	added_at INTEGER NOT NULL,
	PRIMARY KEY (dossier_id, key, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX dossier_document_document ON dossier_document (document_id);

-- Who may receive a document: asked when presenting, once for each funder.
CREATE TABLE document_consent (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
	platform_id INTEGER NOT NULL REFERENCES platform (id),
	-- of the call; NULL: the service of the platform
	funder_id INTEGER REFERENCES organisation (id),
	given_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	given_at INTEGER NOT NULL,
	revoked_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	revoked_at INTEGER			-- for what is presented after
) STRICT;
CREATE UNIQUE INDEX document_consent_funder
    ON document_consent (document_id, funder_id)
    WHERE revoked_at IS NULL AND funder_id IS NOT NULL;
CREATE UNIQUE INDEX document_consent_service
    ON document_consent (document_id, platform_id)
    WHERE revoked_at IS NULL AND funder_id IS NULL;
CREATE INDEX document_consent_document ON document_consent (document_id);
CREATE INDEX document_consent_platform ON document_consent (platform_id);
CREATE INDEX document_consent_to ON document_consent (funder_id);
CREATE INDEX document_consent_given ON document_consent (given_by);
CREATE INDEX document_consent_revoked ON document_consent (revoked_by);

-- The public picture of a project: drawn again from what its holder sent, so that
-- nothing of it but the picture is public (no place, no device, no author).
CREATE TABLE picture (
	element_id INTEGER PRIMARY KEY REFERENCES element (id)
	    ON DELETE CASCADE,
	source_id INTEGER NOT NULL REFERENCES file (id), -- as sent: never public
	file_id INTEGER REFERENCES file (id),	-- what everyone sees; NULL: not yet
	thumb_id INTEGER REFERENCES file (id),	-- the same, small, for lists
	caption TEXT NOT NULL DEFAULT '',
	sent_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	sent_at INTEGER NOT NULL,
	failed TEXT				-- why it could not be drawn
) STRICT;
CREATE INDEX picture_source ON picture (source_id);
CREATE INDEX picture_file ON picture (file_id);
CREATE INDEX picture_thumb ON picture (thumb_id);
CREATE INDEX picture_by ON picture (sent_by);

-- A big file being sent in pieces: its bytes are in state/tmp/sendings/<token>.
CREATE TABLE sending (
	id INTEGER PRIMARY KEY,
	token TEXT NOT NULL UNIQUE,		-- its address; random
	person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
	name TEXT NOT NULL,			-- as its sender called it
	size_bytes INTEGER NOT NULL CHECK (size_bytes > 0),
	offset_bytes INTEGER NOT NULL DEFAULT 0,	-- received and on disk
	digest BLOB NOT NULL,			-- SHA-256 of them, in progress
	sha256 TEXT,				-- announced, or NULL
	created_at INTEGER NOT NULL,
	lease_until INTEGER NOT NULL		-- then it is swept
) STRICT;
CREATE INDEX sending_person ON sending (person_id);
CREATE INDEX sending_lease ON sending (lease_until);

-- --- applications ----------------------------------------------------------

-- A dossier presented to a call.
CREATE TABLE application (
	id INTEGER PRIMARY KEY,
	number TEXT NOT NULL UNIQUE,		-- shown: TCO-2026-00042
	dossier_id INTEGER NOT NULL REFERENCES dossier (id),
	call_id INTEGER NOT NULL REFERENCES call (id),
	platform_id INTEGER NOT NULL REFERENCES platform (id), -- the call's
	-- the call's own questions; and the form that it reads the dossier
	-- through, when that is not the dossier's own
	form_revision_id INTEGER REFERENCES form_revision (id),
	through_revision_id INTEGER REFERENCES form_revision (id),
	state TEXT NOT NULL CHECK (state IN ('draft', 'submitted',
	    'under_review', 'accepted', 'refused', 'closed', 'withdrawn')),
	stage_id INTEGER REFERENCES stage (id),
	-- which tab of the agents' list it lies in; '' for a draft
	tray TEXT NOT NULL CHECK (tray IN ('', 'to_instruct', 'holder',
	    'committee', 'decided')),
	snapshot_id INTEGER REFERENCES snapshot (id),	-- the one in force
	agent_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
	requested_cents INTEGER NOT NULL DEFAULT 0,
	granted_cents INTEGER NOT NULL DEFAULT 0,
	-- at the last deposit: answers presented, and those of them that the
	-- dossier had before this call was begun
	presented INTEGER NOT NULL DEFAULT 0,
	reused INTEGER NOT NULL DEFAULT 0,
	revision INTEGER NOT NULL DEFAULT 0,	-- grows with each change
	created_at INTEGER NOT NULL,
	submitted_at INTEGER,			-- first deposit
	resubmitted_at INTEGER,			-- last deposit
	taken_at INTEGER,			-- under review since
	decided_at INTEGER,
	due_at INTEGER,				-- decision expected before
	waiting_since INTEGER NOT NULL,		-- in this tray since
	news TEXT NOT NULL DEFAULT '',		-- last thing that happened, a key
	news_at INTEGER NOT NULL DEFAULT 0,
	-- copies kept by the domain for the list, searched and sorted there
	title TEXT NOT NULL,
	folded TEXT NOT NULL,			-- title and holder, folded
	holder_name TEXT NOT NULL,
	theme_id INTEGER REFERENCES theme (id),	-- the element's, by trigger
	UNIQUE (dossier_id, call_id)
) STRICT;
CREATE INDEX application_queue ON application (platform_id, tray,
    waiting_since, id);
CREATE INDEX application_queue_amount ON application (platform_id, tray,
    requested_cents, id);
CREATE INDEX application_queue_title ON application (platform_id, tray,
    folded, id);
CREATE INDEX application_queue_agent ON application (platform_id, tray,
    agent_id, waiting_since, id);
CREATE INDEX application_queue_theme ON application (platform_id, tray,
    theme_id, waiting_since, id);
CREATE INDEX application_queue_call ON application (call_id, tray,
    waiting_since, id);
CREATE INDEX application_call_amount ON application (call_id, tray,
    requested_cents, id);
CREATE INDEX application_call_title ON application (call_id, tray, folded, id);
CREATE INDEX application_stage ON application (stage_id, tray, waiting_since,
    id);
CREATE INDEX application_theme ON application (theme_id);
CREATE INDEX application_granted ON application (call_id, granted_cents)
    WHERE state = 'accepted';
CREATE INDEX application_snapshot ON application (snapshot_id);
CREATE INDEX application_agent ON application (agent_id);
CREATE INDEX application_form_revision ON application (form_revision_id);
CREATE INDEX application_through ON application (through_revision_id)
    WHERE through_revision_id IS NOT NULL;
-- The last decisions with their delay, without reading the applications.
CREATE INDEX application_decided ON application (platform_id, waiting_since DESC,
    submitted_at, decided_at) WHERE tray = 'decided';

-- Full text of applications for agents; rowid is application.id, scope as in
-- element_search.
CREATE VIRTUAL TABLE application_search USING fts5 (
	scope, number, title, holder, body,
	tokenize = "unicode61 remove_diacritics 2",
	prefix = '2 3'
);

-- Applications counted by call (0: all of the platform) and tray.
CREATE TABLE application_tally (
	platform_id INTEGER NOT NULL,
	call_id INTEGER NOT NULL,
	tray TEXT NOT NULL,
	n INTEGER NOT NULL,
	PRIMARY KEY (platform_id, call_id, tray)
) STRICT, WITHOUT ROWID;

-- What only this call is told: answers to its own questions, and those that say
-- otherwise than the dossier does. 'null': left blank for this call.
CREATE TABLE application_answer (
	application_id INTEGER NOT NULL REFERENCES application (id)
	    ON DELETE CASCADE,
	key TEXT NOT NULL,
	value_json TEXT NOT NULL,
	number INTEGER,
	revision INTEGER NOT NULL,
	saved_at INTEGER NOT NULL,
	saved_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	PRIMARY KEY (application_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX application_answer_by ON application_answer (saved_by);

-- A dossier as it was presented, frozen.
CREATE TABLE snapshot (
	id INTEGER PRIMARY KEY,
	application_id INTEGER NOT NULL REFERENCES application (id),
	number INTEGER NOT NULL,		-- 1 for the first deposit
	content_json TEXT NOT NULL,		-- canonical; answers, plan, files
	sha256 TEXT NOT NULL,			-- of content_json
	form_revision_id INTEGER REFERENCES form_revision (id),
	dossier_revision INTEGER NOT NULL,
	taken_at INTEGER NOT NULL,
	taken_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	UNIQUE (application_id, number)
) STRICT;
CREATE INDEX snapshot_form_revision ON snapshot (form_revision_id);
CREATE INDEX snapshot_by ON snapshot (taken_by);
CREATE TRIGGER snapshot_frozen BEFORE UPDATE OF content_json, sha256, number,
    application_id, taken_at ON snapshot
BEGIN
	SELECT RAISE(ABORT, 'a snapshot never changes');
END;

-- The document versions a snapshot froze.
CREATE TABLE snapshot_document (
	snapshot_id INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
	key TEXT NOT NULL,
	version_id INTEGER NOT NULL REFERENCES document_version (id),
	expires_on TEXT,			-- as it was said to be then
	PRIMARY KEY (snapshot_id, key, version_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX snapshot_document_version ON snapshot_document (version_id);

-- The answers of the snapshot in force, one row a question: what the table of
-- answers shows, filters and sorts by. Written with the snapshot.
CREATE TABLE answer_index (
	application_id INTEGER NOT NULL REFERENCES application (id)
	    ON DELETE CASCADE,
	key TEXT NOT NULL,			-- question key
	value_json TEXT NOT NULL,		-- as in the snapshot; files: how many
	number INTEGER,				-- cents, day, yes…: compared, sorted
	folded TEXT NOT NULL,			-- its words, folded: searched, sorted
	PRIMARY KEY (application_id, key)
) STRICT, WITHOUT ROWID;

-- What was acknowledged at each deposit (accusé de réception), word for word.
CREATE TABLE receipt (
	snapshot_id INTEGER PRIMARY KEY REFERENCES snapshot (id),
	application_id INTEGER NOT NULL REFERENCES application (id),
	content_json TEXT NOT NULL,		-- domain/receipt.h
	issued_at INTEGER NOT NULL
) STRICT;
CREATE INDEX receipt_application ON receipt (application_id, snapshot_id);
CREATE TRIGGER receipt_frozen BEFORE UPDATE ON receipt
BEGIN
	SELECT RAISE(ABORT, 'a receipt never changes');
END;

-- Every change of state of an application.
CREATE TABLE transition (
	id INTEGER PRIMARY KEY,
	application_id INTEGER NOT NULL REFERENCES application (id)
	    ON DELETE CASCADE,
	event TEXT NOT NULL,			-- submit, take, accept, reopen…
	from_state TEXT NOT NULL,
	to_state TEXT NOT NULL,
	stage_id INTEGER REFERENCES stage (id),
	person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
	reason TEXT,
	snapshot_id INTEGER REFERENCES snapshot (id),
	form_revision_id INTEGER REFERENCES form_revision (id),
	at INTEGER NOT NULL
) STRICT;
CREATE INDEX transition_application ON transition (application_id, id);
CREATE INDEX transition_stage ON transition (stage_id);
CREATE INDEX transition_person ON transition (person_id);
CREATE INDEX transition_snapshot ON transition (snapshot_id);
CREATE INDEX transition_form_revision ON transition (form_revision_id);

-- The holder is asked to correct; one open at a time.
CREATE TABLE correction (
	id INTEGER PRIMARY KEY,
	application_id INTEGER NOT NULL REFERENCES application (id)
	    ON DELETE CASCADE,
	reason TEXT NOT NULL CHECK (reason IN ('incorrect', 'incomplete',
	    'outdated')),
	message TEXT NOT NULL,
	blocking INTEGER NOT NULL DEFAULT 1 CHECK (blocking IN (0, 1)),
	due_on TEXT,
	asked_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	asked_at INTEGER NOT NULL,
	answered_at INTEGER,			-- NULL: open
	answered_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	cancelled_at INTEGER			-- taken back by the service
) STRICT;
CREATE UNIQUE INDEX correction_open ON correction (application_id)
    WHERE answered_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX correction_application ON correction (application_id, id);
CREATE INDEX correction_asked_by ON correction (asked_by);
CREATE INDEX correction_answered_by ON correction (answered_by);

-- The questions a correction is about.
CREATE TABLE correction_field (
	correction_id INTEGER NOT NULL REFERENCES correction (id)
	    ON DELETE CASCADE,
	key TEXT NOT NULL,			-- question key
	note TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (correction_id, key)
) STRICT, WITHOUT ROWID;

-- The thread between the holder and the service.
CREATE TABLE message (
	id INTEGER PRIMARY KEY,
	application_id INTEGER NOT NULL REFERENCES application (id)
	    ON DELETE CASCADE,
	author_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
	side TEXT NOT NULL CHECK (side IN ('holder', 'service')),
	body TEXT NOT NULL,
	sent_at INTEGER NOT NULL
) STRICT;
CREATE INDEX message_application ON message (application_id, id);
CREATE INDEX message_author ON message (author_id);

-- Files joined to a message.
CREATE TABLE message_file (
	message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
	file_id INTEGER NOT NULL REFERENCES file (id),
	name TEXT NOT NULL,
	PRIMARY KEY (message_id, file_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_file_file ON message_file (file_id);

-- What a person last saw of an application: news, unread messages, diffs.
CREATE TABLE application_seen (
	application_id INTEGER NOT NULL REFERENCES application (id)
	    ON DELETE CASCADE,
	person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
	seen_at INTEGER NOT NULL,
	message_id INTEGER NOT NULL DEFAULT 0,
	snapshot_number INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY (application_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX application_seen_person ON application_seen (person_id);

-- Notes that only the service reads.
CREATE TABLE note (
	id INTEGER PRIMARY KEY,
	application_id INTEGER NOT NULL REFERENCES application (id)
	    ON DELETE CASCADE,
	author_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
	body TEXT NOT NULL,
	written_at INTEGER NOT NULL
) STRICT;
CREATE INDEX note_application ON note (application_id, id);
CREATE INDEX note_author ON note (author_id);

-- --- evaluation and decision -----------------------------------------------

-- Who is asked to score.
CREATE TABLE review_assignment (
	application_id INTEGER NOT NULL REFERENCES application (id)
	    ON DELETE CASCADE,
	stage_id INTEGER NOT NULL REFERENCES stage (id) ON DELETE CASCADE,
	person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
	assigned_at INTEGER NOT NULL,
	PRIMARY KEY (application_id, stage_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_assignment_person ON review_assignment (person_id);
CREATE INDEX review_assignment_stage ON review_assignment (stage_id);

-- One evaluator's scores on one application at one stage.
CREATE TABLE review (
	id INTEGER PRIMARY KEY,
	application_id INTEGER NOT NULL REFERENCES application (id)
	    ON DELETE CASCADE,
	stage_id INTEGER NOT NULL REFERENCES stage (id),
	reviewer_id INTEGER NOT NULL REFERENCES person (id),
	recommendation TEXT CHECK (recommendation IN ('selected', 'priority',
	    'reserve', 'dropped')),
	comment TEXT NOT NULL DEFAULT '',
	revision INTEGER NOT NULL DEFAULT 1,
	saved_at INTEGER NOT NULL,
	submitted_at INTEGER,			-- NULL: still being written
	UNIQUE (application_id, stage_id, reviewer_id)
) STRICT;
CREATE INDEX review_stage ON review (stage_id);
CREATE INDEX review_reviewer ON review (reviewer_id);

-- A value given to a criterion; a missing row is missing, never zero.
CREATE TABLE review_score (
	review_id INTEGER NOT NULL REFERENCES review (id) ON DELETE CASCADE,
	criterion_id INTEGER NOT NULL REFERENCES criterion (id),
	value INTEGER NOT NULL,
	PRIMARY KEY (review_id, criterion_id),
	FOREIGN KEY (criterion_id, value)
	    REFERENCES criterion_level (criterion_id, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_score_criterion ON review_score (criterion_id, value);

-- A conflict of interest: the person no longer reads the application.
CREATE TABLE conflict (
	application_id INTEGER NOT NULL REFERENCES application (id)
	    ON DELETE CASCADE,
	person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
	kind TEXT NOT NULL CHECK (kind IN ('declared', 'organisation',
	    'collaborator', 'holder')),
	note TEXT NOT NULL DEFAULT '',
	declared_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (application_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX conflict_person ON conflict (person_id);
CREATE INDEX conflict_by ON conflict (declared_by);

-- A requested expert opinion, or a public contribution.
CREATE TABLE opinion (
	id INTEGER PRIMARY KEY,
	application_id INTEGER REFERENCES application (id) ON DELETE CASCADE,
	element_id INTEGER REFERENCES element (id) ON DELETE CASCADE,
	kind TEXT NOT NULL CHECK (kind IN ('expert', 'public')),
	author_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
	author_name TEXT NOT NULL DEFAULT '',
	asked_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	asked_at INTEGER,
	question TEXT NOT NULL DEFAULT '',
	verdict TEXT CHECK (verdict IN ('favourable', 'reserved',
	    'unfavourable')),
	body TEXT NOT NULL DEFAULT '',
	visibility TEXT NOT NULL DEFAULT 'service' CHECK (visibility IN
	    ('service', 'holder', 'public')),
	given_at INTEGER,
	CHECK (application_id IS NOT NULL OR element_id IS NOT NULL)
) STRICT;
CREATE INDEX opinion_application ON opinion (application_id, id);
CREATE INDEX opinion_element ON opinion (element_id, id);
CREATE INDEX opinion_author ON opinion (author_id);
CREATE INDEX opinion_asked_by ON opinion (asked_by);

-- Who may not read an application whatever the roles (domain/conflict): by
-- declaration, owning or writing the dossier; and, with committee 1, whoever
-- would score what belongs to their own organisation or circle. (The casts let
-- SQLite look into each part by its keys: all parts must have one affinity.)
CREATE VIEW application_conflict AS
SELECT person_id, application_id, kind, CAST(0 AS INTEGER) AS committee
FROM conflict
UNION ALL
SELECT d.owner_person_id, a.id, CAST('holder' AS TEXT), CAST(0 AS INTEGER)
FROM dossier AS d JOIN application AS a ON a.dossier_id = d.id
WHERE d.owner_person_id IS NOT NULL
UNION ALL
SELECT m.person_id, a.id, CAST('collaborator' AS TEXT),
    CAST(m.level NOT IN ('edit', 'submit') AS INTEGER)
FROM dossier_member AS m JOIN application AS a ON a.dossier_id = m.dossier_id
UNION ALL
SELECT m.person_id, a.id, CAST('organisation' AS TEXT), CAST(1 AS INTEGER)
FROM membership AS m
JOIN dossier AS d ON d.owner_organisation_id = m.organisation_id
JOIN application AS a ON a.dossier_id = d.id;

-- The applications that roles narrower than a platform reach, for lists. A role
-- that holds on one platform only reaches nothing on another.
CREATE VIEW application_reach AS
SELECT g.person_id, g.role, g.ends_at, a.id AS application_id
FROM role_grant AS g JOIN application AS a ON a.call_id = g.scope_id
    AND a.platform_id = coalesce(g.platform_id, a.platform_id)
WHERE g.scope_kind = 'call'
UNION ALL
SELECT g.person_id, g.role, g.ends_at, a.id FROM role_grant AS g
JOIN application AS a ON a.stage_id = g.scope_id
    AND a.platform_id = coalesce(g.platform_id, a.platform_id)
WHERE g.scope_kind = 'stage'
UNION ALL
SELECT g.person_id, g.role, g.ends_at, a.id FROM role_grant AS g
JOIN application AS a ON a.theme_id = g.scope_id
    AND a.platform_id = coalesce(g.platform_id, a.platform_id)
WHERE g.scope_kind = 'theme'
UNION ALL
SELECT g.person_id, g.role, g.ends_at, a.id FROM role_grant AS g
JOIN application AS a ON a.dossier_id = g.scope_id
    AND a.platform_id = coalesce(g.platform_id, a.platform_id)
WHERE g.scope_kind = 'dossier'
UNION ALL
SELECT g.person_id, g.role, g.ends_at, a.id FROM application AS a
JOIN dossier AS d ON d.id = a.dossier_id
JOIN element AS e ON e.id = d.element_id
JOIN call AS c ON c.id = a.call_id
JOIN territory_within AS w
    ON w.inner_id = coalesce(e.territory_id, c.territory_id)
JOIN role_grant AS g ON g.scope_kind = 'territory' AND g.scope_id = w.outer_id
    AND a.platform_id = coalesce(g.platform_id, a.platform_id);

-- A point verified at a stage (eligibility).
CREATE TABLE stage_check (
	application_id INTEGER NOT NULL REFERENCES application (id)
	    ON DELETE CASCADE,
	stage_id INTEGER NOT NULL REFERENCES stage (id) ON DELETE CASCADE,
	key TEXT NOT NULL,			-- of the call's stages[].checks
	verdict TEXT NOT NULL CHECK (verdict IN ('yes', 'no')),
	checked_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	checked_at INTEGER NOT NULL,
	PRIMARY KEY (application_id, stage_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX stage_check_stage ON stage_check (stage_id);
CREATE INDEX stage_check_by ON stage_check (checked_by);

-- How an application left a stage: selected, priority, reserve…
CREATE TABLE stage_result (
	application_id INTEGER NOT NULL REFERENCES application (id)
	    ON DELETE CASCADE,
	stage_id INTEGER NOT NULL REFERENCES stage (id) ON DELETE CASCADE,
	key TEXT NOT NULL,			-- of the call's stages[].outcomes
	label TEXT NOT NULL,			-- as it was worded then
	comment TEXT NOT NULL DEFAULT '',
	given_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	given_at INTEGER NOT NULL,
	PRIMARY KEY (application_id, stage_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX stage_result_stage ON stage_result (stage_id);
CREATE INDEX stage_result_by ON stage_result (given_by);

-- A decision proposed or simulated, not taken: only the service sees it.
CREATE TABLE decision_draft (
	application_id INTEGER PRIMARY KEY REFERENCES application (id)
	    ON DELETE CASCADE,
	verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'refuse', 'close')),
	granted_cents INTEGER NOT NULL DEFAULT 0 CHECK (granted_cents >= 0),
	reasons TEXT NOT NULL DEFAULT '',
	conditions TEXT NOT NULL DEFAULT '',
	proposed_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	proposed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX decision_draft_by ON decision_draft (proposed_by);

-- Accept, refuse, close; with reasons.
CREATE TABLE decision (
	id INTEGER PRIMARY KEY,
	application_id INTEGER NOT NULL REFERENCES application (id),
	verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'refuse', 'close')),
	reasons TEXT NOT NULL CHECK (length(reasons) > 0),
	conditions TEXT NOT NULL DEFAULT '',
	granted_cents INTEGER NOT NULL DEFAULT 0,
	decided_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	decided_by_name TEXT NOT NULL,		-- as the letter is signed
	decided_at INTEGER NOT NULL,
	snapshot_id INTEGER REFERENCES snapshot (id),
	voided_at INTEGER,			-- reopened since
	void_reason TEXT
) STRICT;
CREATE UNIQUE INDEX decision_standing ON decision (application_id)
    WHERE voided_at IS NULL;
CREATE INDEX decision_application ON decision (application_id, id);
CREATE INDEX decision_by ON decision (decided_by);
CREATE INDEX decision_snapshot ON decision (snapshot_id);

-- --- money -----------------------------------------------------------------

-- A cost line of the funding plan of a dossier.
CREATE TABLE plan_cost (
	id INTEGER PRIMARY KEY,
	dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
	position INTEGER NOT NULL,
	label TEXT NOT NULL,
	kind TEXT NOT NULL DEFAULT 'other',	-- study, works, staff, in_kind…
	amount_cents INTEGER NOT NULL CHECK (amount_cents >= 0),
	UNIQUE (dossier_id, position)
) STRICT;

-- Who is asked, promises, grants, pays.
CREATE TABLE plan_source (
	id INTEGER PRIMARY KEY,
	dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
	position INTEGER NOT NULL,
	funder_id INTEGER REFERENCES organisation (id),
	funder_name TEXT NOT NULL,
	kind TEXT NOT NULL DEFAULT 'public' CHECK (kind IN ('public', 'private',
	    'own', 'in_kind', 'loan')),
	application_id INTEGER REFERENCES application (id),
	asked_cents INTEGER NOT NULL DEFAULT 0 CHECK (asked_cents >= 0),
	promised_cents INTEGER NOT NULL DEFAULT 0 CHECK (promised_cents >= 0),
	granted_cents INTEGER NOT NULL DEFAULT 0 CHECK (granted_cents >= 0),
	conditional INTEGER NOT NULL DEFAULT 0 CHECK (conditional IN (0, 1)),
	note TEXT NOT NULL DEFAULT '',
	decided_on TEXT,
	UNIQUE (dossier_id, position)
) STRICT;
CREATE INDEX plan_source_funder ON plan_source (funder_id);
CREATE INDEX plan_source_application ON plan_source (application_id);

-- An instalment, with its proof.
CREATE TABLE payment (
	id INTEGER PRIMARY KEY,
	source_id INTEGER NOT NULL REFERENCES plan_source (id) ON DELETE CASCADE,
	due_on TEXT,
	paid_on TEXT,				-- NULL: expected
	amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
	label TEXT NOT NULL DEFAULT '',
	proof_version_id INTEGER REFERENCES document_version (id)
) STRICT;
CREATE INDEX payment_source ON payment (source_id);
CREATE INDEX payment_proof ON payment (proof_version_id);

-- What funders gave in a year, for charts: kept by plan_refresh.
CREATE TABLE funder_tally (
	platform_id INTEGER NOT NULL REFERENCES platform (id) ON DELETE CASCADE,
	funder_name TEXT NOT NULL,
	n INTEGER NOT NULL,			-- published projects
	promised_cents INTEGER NOT NULL,
	granted_cents INTEGER NOT NULL,
	PRIMARY KEY (platform_id, funder_name)
) STRICT, WITHOUT ROWID;
CREATE INDEX funder_tally_rank ON funder_tally (platform_id, granted_cents);

-- What a published project counts for in funder_tally, to take it back exactly.
CREATE TABLE funder_share (
	dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
	funder_name TEXT NOT NULL,
	promised_cents INTEGER NOT NULL,
	granted_cents INTEGER NOT NULL,
	PRIMARY KEY (dossier_id, funder_name)
) STRICT, WITHOUT ROWID;

-- --- what follows ----------------------------------------------------------

-- A planned piece of work (fiche action).
CREATE TABLE action (
	id INTEGER PRIMARY KEY,
	element_id INTEGER NOT NULL REFERENCES element (id) ON DELETE CASCADE,
	position INTEGER NOT NULL,
	title TEXT NOT NULL,
	description TEXT NOT NULL DEFAULT '',
	lead TEXT NOT NULL DEFAULT '',		-- who answers for it
	starts_on TEXT,
	ends_on TEXT,
	status TEXT NOT NULL DEFAULT 'planned' CHECK (status IN ('planned',
	    'in_progress', 'done', 'late', 'blocked', 'abandoned')),
	progress_percent INTEGER NOT NULL DEFAULT 0
	    CHECK (progress_percent BETWEEN 0 AND 100),
	UNIQUE (element_id, position)
) STRICT;

-- A dated event of a project's life shown to all, past or expected.
CREATE TABLE milestone (
	id INTEGER PRIMARY KEY,
	element_id INTEGER NOT NULL REFERENCES element (id) ON DELETE CASCADE,
	action_id INTEGER REFERENCES action (id) ON DELETE CASCADE,
	due_on TEXT NOT NULL,
	label TEXT NOT NULL,
	done_on TEXT
) STRICT;
CREATE INDEX milestone_element ON milestone (element_id, due_on);
CREATE INDEX milestone_action ON milestone (action_id);

-- The library of indicators.
CREATE TABLE indicator (
	id INTEGER PRIMARY KEY,
	platform_id INTEGER REFERENCES platform (id) ON DELETE CASCADE,
	key TEXT NOT NULL,			-- cae_1.a…
	label TEXT NOT NULL,
	unit TEXT NOT NULL,
	method TEXT NOT NULL DEFAULT '',
	roll_up TEXT NOT NULL DEFAULT 'sum' CHECK (roll_up IN ('sum', 'mean',
	    'last', 'none')),
	source TEXT NOT NULL DEFAULT '',
	UNIQUE (platform_id, key)
) STRICT;

-- What a project commits to; values are integers scaled by 10^decimals.
CREATE TABLE target (
	id INTEGER PRIMARY KEY,
	element_id INTEGER NOT NULL REFERENCES element (id) ON DELETE CASCADE,
	indicator_id INTEGER NOT NULL REFERENCES indicator (id),
	decimals INTEGER NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 6),
	baseline INTEGER,
	goal INTEGER NOT NULL,
	due_on TEXT,
	UNIQUE (element_id, indicator_id)
) STRICT;
CREATE INDEX target_indicator ON target (indicator_id);

-- A dated value, validated or not.
CREATE TABLE measurement (
	id INTEGER PRIMARY KEY,
	target_id INTEGER NOT NULL REFERENCES target (id) ON DELETE CASCADE,
	measured_on TEXT NOT NULL,
	value INTEGER NOT NULL,			-- scaled as the target
	method TEXT NOT NULL DEFAULT '',	-- weighing, survey, declared
	evidence_version_id INTEGER REFERENCES document_version (id),
	reported_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	reported_at INTEGER NOT NULL,
	validated_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	validated_at INTEGER,
	UNIQUE (target_id, measured_on)
) STRICT;
CREATE INDEX measurement_evidence ON measurement (evidence_version_id);
CREATE INDEX measurement_reported_by ON measurement (reported_by);
CREATE INDEX measurement_validated_by ON measurement (validated_by);

-- What a target counts for among the effects of its platform: its row is there
-- while its element is public and a measurement of it is validated.
CREATE TABLE effect_share (
	target_id INTEGER PRIMARY KEY,
	platform_id INTEGER NOT NULL,
	indicator_id INTEGER NOT NULL,
	decimals INTEGER NOT NULL,
	goal INTEGER NOT NULL,
	value INTEGER NOT NULL			-- the last validated
) STRICT;
CREATE VIEW effect_now AS
SELECT t.id AS target_id, e.platform_id, t.indicator_id, t.decimals, t.goal,
    m.value, t.element_id
FROM target AS t
JOIN element AS e ON e.id = t.element_id AND e.published_at IS NOT NULL
JOIN measurement AS m ON m.target_id = t.id AND m.measured_on = (
    SELECT max(v.measured_on) FROM measurement AS v
    WHERE v.target_id = t.id AND v.validated_at IS NOT NULL);

-- The shares of each indicator added up, for charts at any size.
CREATE TABLE effect_tally (
	platform_id INTEGER NOT NULL,
	indicator_id INTEGER NOT NULL,
	decimals INTEGER NOT NULL,
	projects INTEGER NOT NULL,
	goal INTEGER NOT NULL,
	value INTEGER NOT NULL,
	PRIMARY KEY (platform_id, indicator_id, decimals)
) STRICT, WITHOUT ROWID;
CREATE INDEX effect_tally_widest ON effect_tally (platform_id, projects DESC,
    indicator_id);

-- --- listening -------------------------------------------------------------

-- An element in the permanent flow, with no call: where its moderation stands.
CREATE TABLE flow (
	element_id INTEGER PRIMARY KEY REFERENCES element (id)
	    ON DELETE CASCADE,
	platform_id INTEGER NOT NULL REFERENCES platform (id),
	-- of a project; NULL for anything else
	maturity TEXT CHECK (maturity IN ('need', 'idea', 'study',
	    'operation')),
	state TEXT NOT NULL CHECK (state IN ('waiting', 'improve', 'listed',
	    'refused', 'left')),
	asked_at INTEGER NOT NULL,
	entry_id INTEGER NOT NULL DEFAULT 0	-- the flow_event it came in by
) STRICT;
CREATE INDEX flow_list ON flow (platform_id, state, entry_id);

-- What happened to it there; its id orders the entries, so that an alert
-- knows what it told already.
CREATE TABLE flow_event (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	element_id INTEGER NOT NULL REFERENCES element (id) ON DELETE CASCADE,
	event TEXT NOT NULL CHECK (event IN ('asked', 'listed', 'improve',
	    'refused', 'left', 'returned', 'kept_out')),
	-- the refused application that it came back from, or stayed away after
	application_id INTEGER REFERENCES application (id) ON DELETE CASCADE,
	reason TEXT NOT NULL DEFAULT '',
	person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
	at INTEGER NOT NULL
) STRICT;
CREATE INDEX flow_event_element ON flow_event (element_id, id);
CREATE INDEX flow_event_application ON flow_event (application_id);
CREATE INDEX flow_event_person ON flow_event (person_id);

-- A saved filter over the permanent flow of projects, for its team only.
CREATE TABLE listening (
	id INTEGER PRIMARY KEY,
	platform_id INTEGER NOT NULL REFERENCES platform (id) ON DELETE CASCADE,
	name TEXT NOT NULL,
	filter_json TEXT NOT NULL,
	created_at INTEGER NOT NULL,
	left_at INTEGER				-- its last member closed their account
) STRICT;
CREATE INDEX listening_platform ON listening (platform_id);
CREATE INDEX listening_left ON listening (left_at) WHERE left_at IS NOT NULL;

-- Who listens together, and how each is told what is new.
CREATE TABLE listening_member (
	listening_id INTEGER NOT NULL REFERENCES listening (id)
	    ON DELETE CASCADE,
	person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
	digest TEXT NOT NULL DEFAULT 'none' CHECK (digest IN ('none', 'daily',
	    'weekly')),
	told_entry INTEGER NOT NULL DEFAULT 0,	-- flow.entry_id, told up to
	feed_hash BLOB UNIQUE,			-- SHA-256 of the feed's token
	since_at INTEGER NOT NULL,
	PRIMARY KEY (listening_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX listening_member_person ON listening_member (person_id);

-- A column of a listening's board.
CREATE TABLE listening_column (
	id INTEGER PRIMARY KEY,
	listening_id INTEGER NOT NULL REFERENCES listening (id)
	    ON DELETE CASCADE,
	position INTEGER NOT NULL,
	name TEXT NOT NULL
) STRICT;
CREATE INDEX listening_column_listening ON listening_column (listening_id,
    position);

-- Where a project stands on the board, in an order of its own.
CREATE TABLE listening_mark (
	listening_id INTEGER NOT NULL REFERENCES listening (id)
	    ON DELETE CASCADE,
	element_id INTEGER NOT NULL REFERENCES element (id) ON DELETE CASCADE,
	column_id INTEGER NOT NULL REFERENCES listening_column (id)
	    ON DELETE CASCADE,
	position INTEGER NOT NULL DEFAULT 0,
	labels TEXT NOT NULL DEFAULT '',	-- separated by commas
	marked_at INTEGER NOT NULL,
	PRIMARY KEY (listening_id, element_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX listening_mark_element ON listening_mark (element_id);
CREATE INDEX listening_mark_column ON listening_mark (column_id, position);

-- What the team writes about a project; nobody else reads it.
CREATE TABLE listening_note (
	id INTEGER PRIMARY KEY,
	listening_id INTEGER NOT NULL REFERENCES listening (id)
	    ON DELETE CASCADE,
	element_id INTEGER NOT NULL REFERENCES element (id) ON DELETE CASCADE,
	author_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
	body TEXT NOT NULL,
	written_at INTEGER NOT NULL
) STRICT;
CREATE INDEX listening_note_listening ON listening_note (listening_id,
    element_id);
CREATE INDEX listening_note_element ON listening_note (element_id);
CREATE INDEX listening_note_author ON listening_note (author_id);

-- "Nous sommes intéressés": support offered to a holder.
CREATE TABLE support_offer (
	id INTEGER PRIMARY KEY,
	element_id INTEGER NOT NULL REFERENCES element (id) ON DELETE CASCADE,
	listening_id INTEGER REFERENCES listening (id) ON DELETE SET NULL,
	organisation_id INTEGER REFERENCES organisation (id),
	offered_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	kind TEXT NOT NULL CHECK (kind IN ('money', 'people', 'place', 'skills',
	    'equipment', 'advice', 'partner')),
	amount_cents INTEGER CHECK (amount_cents > 0),
	message TEXT NOT NULL,
	offered_at INTEGER NOT NULL,
	answer TEXT CHECK (answer IN ('accepted', 'declined', 'withdrawn')),
	answer_text TEXT NOT NULL DEFAULT '',
	answered_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	answered_at INTEGER,
	-- accepted: who offered reads the dossier until then
	share_ends_at INTEGER,
	share_documents INTEGER NOT NULL DEFAULT 0	-- its pieces too
	    CHECK (share_documents IN (0, 1))
) STRICT;
CREATE INDEX support_offer_element ON support_offer (element_id, id);
CREATE INDEX support_offer_listening ON support_offer (listening_id, id);
CREATE INDEX support_offer_organisation ON support_offer (organisation_id);
CREATE INDEX support_offer_by ON support_offer (offered_by);
CREATE INDEX support_offer_answered_by ON support_offer (answered_by);

-- A holder asked to present a dossier to a call. sent_at NULL: the call is
-- still being written.
CREATE TABLE call_invitation (
	call_id INTEGER NOT NULL REFERENCES call (id) ON DELETE CASCADE,
	dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
	invited_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	invited_at INTEGER NOT NULL,
	sent_at INTEGER,
	PRIMARY KEY (call_id, dossier_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX call_invitation_dossier ON call_invitation (dossier_id);
CREATE INDEX call_invitation_by ON call_invitation (invited_by);

-- --- journal ---------------------------------------------------------------

-- Append-only, hash-chained record of what happened (doc/journal.md).
CREATE TABLE journal (
	id INTEGER PRIMARY KEY,
	platform_id INTEGER NOT NULL REFERENCES platform (id),
	seq INTEGER NOT NULL,			-- 1, 2, 3… in its platform
	at INTEGER NOT NULL,
	kind TEXT NOT NULL,			-- submit, decide_accept, pay…
	element_id INTEGER REFERENCES element (id),
	application_id INTEGER REFERENCES application (id),
	actor TEXT NOT NULL,			-- as published: a role or a body
	payload_json TEXT,			-- NULL once redacted
	payload_sha256 TEXT NOT NULL,
	previous TEXT NOT NULL,			-- hash of seq - 1; zeroes for 1
	hash TEXT NOT NULL,
	UNIQUE (platform_id, seq)
) STRICT;
CREATE INDEX journal_element ON journal (element_id, id);
CREATE INDEX journal_application ON journal (application_id, id);
-- Also stops INSERT OR REPLACE, which fires no delete trigger.
CREATE TRIGGER journal_next BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE id = NEW.id)
    OR NEW.seq IS NOT 1 + (SELECT coalesce(max(seq), 0) FROM journal
    WHERE platform_id = NEW.platform_id)
BEGIN
	SELECT RAISE(ABORT, 'an entry follows the last one');
END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN
	SELECT RAISE(ABORT, 'the journal is append-only');
END;
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
WHEN NEW.payload_json IS NOT NULL OR NEW.id IS NOT OLD.id
    OR NEW.platform_id IS NOT OLD.platform_id OR NEW.seq IS NOT OLD.seq
    OR NEW.at IS NOT OLD.at OR NEW.kind IS NOT OLD.kind
    OR NEW.element_id IS NOT OLD.element_id
    OR NEW.application_id IS NOT OLD.application_id
    OR NEW.actor IS NOT OLD.actor
    OR NEW.payload_sha256 IS NOT OLD.payload_sha256
    OR NEW.previous IS NOT OLD.previous OR NEW.hash IS NOT OLD.hash
BEGIN
	SELECT RAISE(ABORT, 'the journal is append-only');
END;

-- What only the service may know of what happened (rights, sign-ins…).
CREATE TABLE audit (
	id INTEGER PRIMARY KEY,
	at INTEGER NOT NULL,
	person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
	event TEXT NOT NULL,
	platform_id INTEGER REFERENCES platform (id) ON DELETE SET NULL,
	detail_json TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_person ON audit (person_id);
CREATE INDEX audit_platform ON audit (platform_id);

-- --- imports ---------------------------------------------------------------

-- One file imported, restartable.
CREATE TABLE import (
	id INTEGER PRIMARY KEY,
	platform_id INTEGER NOT NULL REFERENCES platform (id),
	source TEXT NOT NULL,			-- name in the mapping
	file_name TEXT NOT NULL,
	file_sha256 TEXT NOT NULL,
	next_line INTEGER NOT NULL DEFAULT 1,	-- where to go on after a stop
	next_offset INTEGER NOT NULL DEFAULT 0,	-- byte in the file
	rows_read INTEGER NOT NULL DEFAULT 0,
	rows_created INTEGER NOT NULL DEFAULT 0,
	rows_updated INTEGER NOT NULL DEFAULT 0,
	rows_unchanged INTEGER NOT NULL DEFAULT 0,
	rows_rejected INTEGER NOT NULL DEFAULT 0,
	rows_repaired INTEGER NOT NULL DEFAULT 0,
	amount_cents INTEGER NOT NULL DEFAULT 0,
	started_at INTEGER NOT NULL,
	ended_at INTEGER,
	UNIQUE (platform_id, source, file_sha256)
) STRICT;

-- What was repaired or rejected, cell by cell.
CREATE TABLE import_problem (
	id INTEGER PRIMARY KEY,
	import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
	line INTEGER NOT NULL,
	column_name TEXT NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('repaired', 'rejected')),
	found TEXT NOT NULL,
	reason TEXT NOT NULL
) STRICT;
CREATE INDEX import_problem_import ON import_problem (import_id, line);

-- Which element a row of a source became: idempotence.
CREATE TABLE import_key (
	platform_id INTEGER NOT NULL REFERENCES platform (id) ON DELETE CASCADE,
	source TEXT NOT NULL,
	key TEXT NOT NULL,
	element_id INTEGER NOT NULL REFERENCES element (id) ON DELETE CASCADE,
	row_sha256 TEXT NOT NULL,
	PRIMARY KEY (platform_id, source, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_key_element ON import_key (element_id);

-- --- wikis -----------------------------------------------------------------

-- A MediaWiki tied to a platform. Its secret is in state/secrets/.
CREATE TABLE wiki (
	id INTEGER PRIMARY KEY,
	platform_id INTEGER NOT NULL REFERENCES platform (id) ON DELETE CASCADE,
	slug TEXT NOT NULL,
	name TEXT NOT NULL,
	api_url TEXT NOT NULL,			-- …/api.php
	bot_user TEXT NOT NULL,			-- User@app
	state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'ok',
	    'failing')),
	state_detail TEXT NOT NULL DEFAULT '',
	site_name TEXT NOT NULL DEFAULT '',
	site_json TEXT NOT NULL DEFAULT '{}',	-- siteinfo kept: tags, rights
	checked_at INTEGER,
	created_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	created_at INTEGER NOT NULL,
	UNIQUE (platform_id, slug)
) STRICT;
CREATE INDEX wiki_by ON wiki (created_by);

-- An import asked by a wiki administrator: previewed, then confirmed.
CREATE TABLE wiki_import (
	id INTEGER PRIMARY KEY,
	wiki_id INTEGER NOT NULL REFERENCES wiki (id) ON DELETE CASCADE,
	by TEXT NOT NULL CHECK (by IN ('category', 'template')),
	name TEXT NOT NULL,
	element_kind TEXT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('previewing', 'previewed',
	    'importing', 'done', 'failed', 'cancelled')),
	detail TEXT NOT NULL DEFAULT '',	-- why it failed, in words
	setup_json TEXT NOT NULL DEFAULT '{}',	-- page as found, its redirects
	continue_json TEXT,			-- the API's continue, verbatim
	next_pageid INTEGER NOT NULL DEFAULT 0,	-- importing: from this page on
	pages_found INTEGER NOT NULL DEFAULT 0,
	pages_done INTEGER NOT NULL DEFAULT 0,
	started_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
	started_at INTEGER NOT NULL,
	ended_at INTEGER
) STRICT;
CREATE INDEX wiki_import_wiki ON wiki_import (wiki_id, id);
CREATE INDEX wiki_import_by ON wiki_import (started_by);

-- A page of the wiki, and the element it is bound to.
CREATE TABLE wiki_page (
	wiki_id INTEGER NOT NULL REFERENCES wiki (id) ON DELETE CASCADE,
	pageid INTEGER NOT NULL,
	title TEXT NOT NULL,
	revid INTEGER NOT NULL,
	sha1 TEXT NOT NULL DEFAULT '',
	element_id INTEGER REFERENCES element (id) ON DELETE SET NULL,
	synced_at INTEGER,
	base_json TEXT,				-- last agreed values, per field
	PRIMARY KEY (wiki_id, pageid)
) STRICT, WITHOUT ROWID;
CREATE INDEX wiki_page_element ON wiki_page (element_id);

-- What a preview found for each page.
CREATE TABLE wiki_import_page (
	import_id INTEGER NOT NULL REFERENCES wiki_import (id)
	    ON DELETE CASCADE,
	pageid INTEGER NOT NULL,
	title TEXT NOT NULL,
	revid INTEGER NOT NULL,
	verdict TEXT NOT NULL CHECK (verdict IN ('create', 'update',
	    'unchanged', 'duplicate', 'unreadable')),
	chosen INTEGER NOT NULL DEFAULT 1 CHECK (chosen IN (0, 1)),
	values_json TEXT NOT NULL,
	problem TEXT NOT NULL DEFAULT '',
	element_id INTEGER REFERENCES element (id) ON DELETE SET NULL,
	outcome TEXT CHECK (outcome IN ('created', 'updated', 'tied',
	    'unchanged', 'failed')),		-- NULL: not imported
	PRIMARY KEY (import_id, pageid)
) STRICT, WITHOUT ROWID;
CREATE INDEX wiki_import_page_element ON wiki_import_page (element_id);

-- Tallies and shelves follow their tables by triggers, so that no writer
-- forgets them. A project without territory or theme counts under -1.
CREATE TRIGGER element_tally_add AFTER INSERT ON element
WHEN NEW.published_at IS NOT NULL
BEGIN
	INSERT INTO element_tally (platform_id, kind, territory_id, theme_id,
	    state, n, cost_cents, granted_cents, promised_cents, paid_cents)
	SELECT NEW.platform_id, NEW.kind, column1, column2, column3, 1,
	    NEW.cost_cents, NEW.granted_cents,
	    NEW.promised_cents, NEW.paid_cents
	FROM (VALUES
	    (0, 0, ''),
	    (0, 0, NEW.state),
	    (0, coalesce(NEW.theme_id, -1), ''),
	    (0, coalesce(NEW.theme_id, -1), NEW.state),
	    (coalesce(NEW.facet_territory_id, -1), 0, ''),
	    (coalesce(NEW.facet_territory_id, -1), 0, NEW.state),
	    (coalesce(NEW.facet_territory_id, -1), coalesce(NEW.theme_id, -1), ''),
	    (coalesce(NEW.facet_territory_id, -1), coalesce(NEW.theme_id, -1), NEW.state))
	WHERE true
	ON CONFLICT DO UPDATE SET n = n + excluded.n,
	    cost_cents = cost_cents + excluded.cost_cents,
	    granted_cents = granted_cents + excluded.granted_cents,
	    promised_cents = promised_cents + excluded.promised_cents,
	    paid_cents = paid_cents + excluded.paid_cents;
	INSERT INTO element_shelf (platform_id, kind, territory_id, theme_id,
	    state, published_at, element_id)
	SELECT NEW.platform_id, NEW.kind, column1, column2, column3,
	    NEW.published_at, NEW.id
	FROM (VALUES
	    (0, 0, ''),
	    (0, 0, NEW.state),
	    (0, coalesce(NEW.theme_id, -1), ''),
	    (0, coalesce(NEW.theme_id, -1), NEW.state),
	    (coalesce(NEW.facet_territory_id, -1), 0, ''),
	    (coalesce(NEW.facet_territory_id, -1), 0, NEW.state),
	    (coalesce(NEW.facet_territory_id, -1), coalesce(NEW.theme_id, -1), ''),
	    (coalesce(NEW.facet_territory_id, -1), coalesce(NEW.theme_id, -1), NEW.state));
END;
CREATE TRIGGER element_tally_less AFTER DELETE ON element
WHEN OLD.published_at IS NOT NULL
BEGIN
	INSERT INTO element_tally (platform_id, kind, territory_id, theme_id,
	    state, n, cost_cents, granted_cents, promised_cents, paid_cents)
	SELECT OLD.platform_id, OLD.kind, column1, column2, column3, -1,
	    -OLD.cost_cents, -OLD.granted_cents,
	    -OLD.promised_cents, -OLD.paid_cents
	FROM (VALUES
	    (0, 0, ''),
	    (0, 0, OLD.state),
	    (0, coalesce(OLD.theme_id, -1), ''),
	    (0, coalesce(OLD.theme_id, -1), OLD.state),
	    (coalesce(OLD.facet_territory_id, -1), 0, ''),
	    (coalesce(OLD.facet_territory_id, -1), 0, OLD.state),
	    (coalesce(OLD.facet_territory_id, -1), coalesce(OLD.theme_id, -1), ''),
	    (coalesce(OLD.facet_territory_id, -1), coalesce(OLD.theme_id, -1), OLD.state))
	WHERE true
	ON CONFLICT DO UPDATE SET n = n + excluded.n,
	    cost_cents = cost_cents + excluded.cost_cents,
	    granted_cents = granted_cents + excluded.granted_cents,
	    promised_cents = promised_cents + excluded.promised_cents,
	    paid_cents = paid_cents + excluded.paid_cents;
	DELETE FROM element_shelf WHERE element_id = OLD.id;
END;
CREATE TRIGGER element_tally_change_less AFTER UPDATE OF platform_id, kind,
    facet_territory_id, theme_id, state, published_at, cost_cents, granted_cents,
    promised_cents, paid_cents ON element
WHEN OLD.published_at IS NOT NULL
BEGIN
	INSERT INTO element_tally (platform_id, kind, territory_id, theme_id,
	    state, n, cost_cents, granted_cents, promised_cents, paid_cents)
	SELECT OLD.platform_id, OLD.kind, column1, column2, column3, -1,
	    -OLD.cost_cents, -OLD.granted_cents,
	    -OLD.promised_cents, -OLD.paid_cents
	FROM (VALUES
	    (0, 0, ''),
	    (0, 0, OLD.state),
	    (0, coalesce(OLD.theme_id, -1), ''),
	    (0, coalesce(OLD.theme_id, -1), OLD.state),
	    (coalesce(OLD.facet_territory_id, -1), 0, ''),
	    (coalesce(OLD.facet_territory_id, -1), 0, OLD.state),
	    (coalesce(OLD.facet_territory_id, -1), coalesce(OLD.theme_id, -1), ''),
	    (coalesce(OLD.facet_territory_id, -1), coalesce(OLD.theme_id, -1), OLD.state))
	WHERE true
	ON CONFLICT DO UPDATE SET n = n + excluded.n,
	    cost_cents = cost_cents + excluded.cost_cents,
	    granted_cents = granted_cents + excluded.granted_cents,
	    promised_cents = promised_cents + excluded.promised_cents,
	    paid_cents = paid_cents + excluded.paid_cents;
END;
CREATE TRIGGER element_tally_change_add AFTER UPDATE OF platform_id, kind,
    facet_territory_id, theme_id, state, published_at, cost_cents, granted_cents,
    promised_cents, paid_cents ON element
WHEN NEW.published_at IS NOT NULL
BEGIN
	INSERT INTO element_tally (platform_id, kind, territory_id, theme_id,
	    state, n, cost_cents, granted_cents, promised_cents, paid_cents)
	SELECT NEW.platform_id, NEW.kind, column1, column2, column3, 1,
	    NEW.cost_cents, NEW.granted_cents,
	    NEW.promised_cents, NEW.paid_cents
	FROM (VALUES
	    (0, 0, ''),
	    (0, 0, NEW.state),
	    (0, coalesce(NEW.theme_id, -1), ''),
	    (0, coalesce(NEW.theme_id, -1), NEW.state),
	    (coalesce(NEW.facet_territory_id, -1), 0, ''),
	    (coalesce(NEW.facet_territory_id, -1), 0, NEW.state),
	    (coalesce(NEW.facet_territory_id, -1), coalesce(NEW.theme_id, -1), ''),
	    (coalesce(NEW.facet_territory_id, -1), coalesce(NEW.theme_id, -1), NEW.state))
	WHERE true
	ON CONFLICT DO UPDATE SET n = n + excluded.n,
	    cost_cents = cost_cents + excluded.cost_cents,
	    granted_cents = granted_cents + excluded.granted_cents,
	    promised_cents = promised_cents + excluded.promised_cents,
	    paid_cents = paid_cents + excluded.paid_cents;
END;
CREATE TRIGGER element_shelf_change AFTER UPDATE OF platform_id, kind,
    facet_territory_id, theme_id, state, published_at ON element
BEGIN
	DELETE FROM element_shelf WHERE element_id = OLD.id;
	INSERT INTO element_shelf (platform_id, kind, territory_id, theme_id,
	    state, published_at, element_id)
	SELECT NEW.platform_id, NEW.kind, column1, column2, column3,
	    NEW.published_at, NEW.id
	FROM (VALUES
	    (0, 0, ''),
	    (0, 0, NEW.state),
	    (0, coalesce(NEW.theme_id, -1), ''),
	    (0, coalesce(NEW.theme_id, -1), NEW.state),
	    (coalesce(NEW.facet_territory_id, -1), 0, ''),
	    (coalesce(NEW.facet_territory_id, -1), 0, NEW.state),
	    (coalesce(NEW.facet_territory_id, -1), coalesce(NEW.theme_id, -1), ''),
	    (coalesce(NEW.facet_territory_id, -1), coalesce(NEW.theme_id, -1), NEW.state))
	WHERE NEW.published_at IS NOT NULL;
END;

CREATE TRIGGER application_tally_add AFTER INSERT ON application
BEGIN
	INSERT INTO application_tally (platform_id, call_id, tray, n)
	VALUES (NEW.platform_id, 0, NEW.tray, 1),
	    (NEW.platform_id, NEW.call_id, NEW.tray, 1)
	ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER application_tally_less AFTER DELETE ON application
BEGIN
	UPDATE application_tally SET n = n - 1
	WHERE platform_id = OLD.platform_id AND tray = OLD.tray
	    AND call_id IN (0, OLD.call_id);
END;
CREATE TRIGGER application_tally_change AFTER UPDATE OF tray ON application
WHEN OLD.tray <> NEW.tray
BEGIN
	UPDATE application_tally SET n = n - 1
	WHERE platform_id = OLD.platform_id AND tray = OLD.tray
	    AND call_id IN (0, OLD.call_id);
	INSERT INTO application_tally (platform_id, call_id, tray, n)
	VALUES (NEW.platform_id, 0, NEW.tray, 1),
	    (NEW.platform_id, NEW.call_id, NEW.tray, 1)
	ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER effect_share_add AFTER INSERT ON effect_share
BEGIN
	INSERT INTO effect_tally (platform_id, indicator_id, decimals, projects,
	    goal, value)
	VALUES (NEW.platform_id, NEW.indicator_id, NEW.decimals, 1, NEW.goal,
	    NEW.value)
	ON CONFLICT DO UPDATE SET projects = projects + 1,
	    goal = goal + excluded.goal, value = value + excluded.value;
END;
CREATE TRIGGER effect_share_less AFTER DELETE ON effect_share
BEGIN
	UPDATE effect_tally SET projects = projects - 1, goal = goal - OLD.goal,
	    value = value - OLD.value
	WHERE platform_id = OLD.platform_id AND indicator_id = OLD.indicator_id
	    AND decimals = OLD.decimals;
END;
CREATE TRIGGER measurement_effect_add AFTER INSERT ON measurement
WHEN NEW.validated_at IS NOT NULL
BEGIN
	DELETE FROM effect_share WHERE target_id = NEW.target_id;
	INSERT INTO effect_share SELECT target_id, platform_id, indicator_id,
	    decimals, goal, value FROM effect_now
	WHERE target_id = NEW.target_id;
END;
CREATE TRIGGER measurement_effect_change AFTER UPDATE OF value, measured_on,
    validated_at ON measurement
WHEN OLD.validated_at IS NOT NULL OR NEW.validated_at IS NOT NULL
BEGIN
	DELETE FROM effect_share WHERE target_id = NEW.target_id;
	INSERT INTO effect_share SELECT target_id, platform_id, indicator_id,
	    decimals, goal, value FROM effect_now
	WHERE target_id = NEW.target_id;
END;
CREATE TRIGGER measurement_effect_less AFTER DELETE ON measurement
WHEN OLD.validated_at IS NOT NULL
BEGIN
	DELETE FROM effect_share WHERE target_id = OLD.target_id;
	INSERT INTO effect_share SELECT target_id, platform_id, indicator_id,
	    decimals, goal, value FROM effect_now
	WHERE target_id = OLD.target_id;
END;
CREATE TRIGGER target_effect_change AFTER UPDATE OF goal, decimals ON target
BEGIN
	DELETE FROM effect_share WHERE target_id = NEW.id;
	INSERT INTO effect_share SELECT target_id, platform_id, indicator_id,
	    decimals, goal, value FROM effect_now WHERE target_id = NEW.id;
END;
CREATE TRIGGER target_effect_less AFTER DELETE ON target
BEGIN
	DELETE FROM effect_share WHERE target_id = OLD.id;
END;
CREATE TRIGGER element_effect_change AFTER UPDATE OF published_at ON element
WHEN (OLD.published_at IS NULL) <> (NEW.published_at IS NULL)
BEGIN
	DELETE FROM effect_share WHERE target_id IN (
	    SELECT id FROM target WHERE element_id = NEW.id);
	INSERT INTO effect_share SELECT target_id, platform_id, indicator_id,
	    decimals, goal, value FROM effect_now WHERE element_id = NEW.id;
END;

-- An application's theme is its element's, by its key on the platform of the
-- call: a copy for the agents' filters.
CREATE TRIGGER application_theme_add AFTER INSERT ON application
BEGIN
	UPDATE application SET theme_id = (SELECT t.id FROM dossier AS d
	    JOIN element AS e ON e.id = d.element_id
	    JOIN theme AS x ON x.id = e.theme_id
	    JOIN theme AS t ON t.platform_id = NEW.platform_id AND t.key = x.key
	    WHERE d.id = NEW.dossier_id)
	WHERE id = NEW.id;
END;
CREATE TRIGGER application_theme_change AFTER UPDATE OF theme_id ON element
BEGIN
	UPDATE application SET theme_id = (SELECT t.id FROM theme AS x
	    JOIN theme AS t ON t.platform_id = application.platform_id
		AND t.key = x.key WHERE x.id = NEW.theme_id)
	WHERE dossier_id IN (SELECT id FROM dossier WHERE element_id = NEW.id);
END;
